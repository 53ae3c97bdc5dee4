import { PROBLEM_STATUS, type ProblemCode } from "@otklik/shared/problem-codes";
import type { Context, ErrorHandler } from "hono";
import type { Logger } from "pino";
import { databaseErrorCode, givenUpOf, unavailabilityOf } from "../db/unavailable";
import { RegisterError } from "../errors";
import { toProblem } from "../to-problem";
import type { AppEnv } from "./app-env";
import { readerLocale } from "./reader-locale";

/** Answers every thrown error: a refusal as what it is, anything else as a failure that says nothing of itself. */
export const handleError =
  (log: Logger): ErrorHandler<AppEnv> =>
  (error, c) => {
    const refusal =
      error instanceof RegisterError
        ? error
        : (unavailabilityOf(error) ?? givenUpOf(error) ?? diskFull(error));
    if (refusal === null) {
      log.error({ requestId: c.get("requestId"), err: error }, "a request failed");
      return answer(c, new RegisterError("internal-error"));
    }
    if (refusal !== error) {
      log.warn({ requestId: c.get("requestId"), err: error }, "could not be done now");
    }
    return answer(c, refusal);
  };

/** The disk of the evidence; that of the database has a code of its own. */
function diskFull(error: unknown): RegisterError | null {
  const isFull = ["ENOSPC", "EDQUOT"].includes(databaseErrorCode(error) ?? "");
  return isFull ? new RegisterError("storage-full", { cause: error }) : null;
}

/** A refusal that no handler throws: there is none for this address. */
export function problem(c: Context<AppEnv>, code: ProblemCode): Response {
  return answer(c, new RegisterError(code));
}

function answer(c: Context<AppEnv>, refusal: RegisterError): Response {
  const locale = c.get("caller")?.locale ?? readerLocale(c.req.header("accept-language"), "en");
  const body = { ...toProblem(refusal.code, locale, refusal.errors), requestId: c.get("requestId") };
  c.header("Content-Type", "application/problem+json");
  c.header("Content-Language", locale);
  if (refusal.code === "not-signed-in") c.header("WWW-Authenticate", "Bearer");
  if (refusal.code === "not-allowed" && isDevice(c)) {
    c.header("WWW-Authenticate", 'Bearer error="insufficient_scope"');
  }
  if (refusal.retryAfterSeconds !== undefined) c.header("Retry-After", String(refusal.retryAfterSeconds));
  return c.body(JSON.stringify(body), PROBLEM_STATUS[refusal.code]);
}

function isDevice(c: Context<AppEnv>): boolean {
  return typeof c.get("caller")?.deviceId === "string";
}
