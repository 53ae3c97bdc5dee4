import type { Problem, ProblemCode } from "@otklik/shared/problem";

/** A refusal that the caller is told about. Anything else that is thrown is a defect and never echoed. */
export class RegisterError extends Error {
  readonly code: ProblemCode;
  readonly errors: Problem["errors"];
  /** Told in `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    extra: { errors?: Problem["errors"]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: extra.cause });
    this.name = "RegisterError";
    this.code = code;
    this.errors = extra.errors;
    this.retryAfterSeconds = extra.retryAfterSeconds;
  }
}
