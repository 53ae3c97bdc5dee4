import type { Problem } from "@otklik/shared/problem";
import { PROBLEM_STATUS, PROBLEM_TYPE_PREFIX } from "@otklik/shared/problem-codes";
import { ServerUnreachable } from "./server-fetch";

/** What came back, with the body read to its end. */
export interface ServerAnswer {
  readonly status: number;
  /** Null when it is not JSON. */
  readonly body: unknown;
  /** From `Retry-After`; null when the server did not say. */
  readonly retryAfterMs: number | null;
}

const A_DAY_MS = 24 * 60 * 60 * 1000;

/** @throws ServerUnreachable when the connection breaks in the middle of the body */
export async function readAnswer(response: {
  readonly status: number;
  readonly headers: Headers;
  text(): Promise<string>;
}): Promise<ServerAnswer> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw new ServerUnreachable(cause);
  }
  return {
    status: response.status,
    body: parsed(text),
    retryAfterMs: readRetryAfter(response.headers.get("Retry-After"), Date.now()),
  };
}

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): whole seconds or an HTTP date.
 *
 * @returns milliseconds from `now`, between 0 and a day; null when there is none or it is unreadable
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), A_DAY_MS);
}

/** The body as a problem of our server; null when something else stands between us and it. */
export function problemIn(body: unknown): Problem | null {
  if (typeof body !== "object" || body === null) return null;
  if (!("code" in body) || typeof body.code !== "string" || !Object.hasOwn(PROBLEM_STATUS, body.code))
    return null;
  if (!("type" in body) || body.type !== PROBLEM_TYPE_PREFIX + body.code) return null;
  if (!("title" in body) || typeof body.title !== "string") return null;
  if (!("status" in body) || typeof body.status !== "number") return null;
  return body as Problem;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
