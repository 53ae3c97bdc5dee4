import type { ProblemCode } from "@otklik/shared/problem-codes";

/** Where a request was wrong. The words are added in the reader's language when it is answered. */
export interface FieldError {
  /** Such as `clip.narrative`; empty for the whole body. */
  readonly path: string;
  /** A stable code: a key of the problem messages. */
  readonly reason: string;
  readonly limit?: number;
}

/** A refusal that the caller is told about. Anything else that is thrown is a defect and never echoed. */
export class RegisterError extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[] | undefined;
  /** Told in `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    extra: { errors?: readonly FieldError[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: extra.cause });
    this.name = "RegisterError";
    this.code = code;
    this.errors = extra.errors;
    this.retryAfterSeconds = extra.retryAfterSeconds;
  }
}
