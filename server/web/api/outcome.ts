import type { Problem } from "@otklik/shared/problem";
import type { ClientResponse } from "hono/client";
import type { SuccessStatusCode } from "hono/utils/http-status";

/** What came of a request: an answer, a refusal that can be told, or no answer at all. */
export type Outcome<Body> = { readonly kind: "done"; readonly body: Body } | Failure;

export type Failure =
  | { readonly kind: "refused"; readonly problem: Problem }
  | { readonly kind: "unreachable" };

/** The body that a route answers with when it succeeds. */
export type SuccessBody<Response> =
  Response extends ClientResponse<infer Body, infer Status, infer Format>
    ? Status extends SuccessStatusCode
      ? Format extends "json"
        ? Body
        : null
      : never
    : never;

/**
 * Waits for an answer of the typed client. Never throws: a lost connection and an answer that is
 * not the register's (a proxy's page) are `unreachable`.
 */
export async function outcomeOf<Response extends ClientResponse<unknown, number, string>>(
  request: Promise<Response>,
): Promise<Outcome<SuccessBody<Response>>> {
  try {
    const response = await request;
    if (response.ok) {
      // Some answers say all by their status: 204, and 202 of what goes on by itself.
      const text = await response.text();
      const body: unknown = text === "" ? null : JSON.parse(text);
      return { kind: "done", body: body as SuccessBody<Response> };
    }
    const problem: unknown = await response.json();
    return isProblem(problem) ? { kind: "refused", problem } : { kind: "unreachable" };
  } catch {
    return { kind: "unreachable" };
  }
}

/** Whether what was meant is not there any more, as after a second press of the button that takes it away. */
export function isGone(outcome: Outcome<unknown>): boolean {
  return outcome.kind === "refused" && outcome.problem.status === 404;
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    typeof value.code === "string" &&
    "title" in value &&
    typeof value.title === "string"
  );
}
