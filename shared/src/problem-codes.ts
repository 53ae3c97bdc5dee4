/**
 * Every error that a client can see: its stable code and its status. Titles and details in the
 * reader's language are in `messages/problem`.
 * Apart from the schema, so that a page can read it without.
 */
export const PROBLEM_STATUS = {
  "invalid-request": 422,
  "malformed-json": 400,
  "bad-encoding": 400,
  "body-too-deep": 422,
  "body-too-large": 413,
  "unsupported-media-type": 415,
  "not-signed-in": 401,
  "wrong-credentials": 401,
  "not-allowed": 403,
  "cross-site-request": 403,
  "host-not-allowed": 421,
  "not-found": 404,
  "method-not-allowed": 405,
  "clip-id-reused": 409,
  "topic-unknown": 422,
  "step-already-recorded": 409,
  "complaint-closed": 409,
  "complaint-open": 409,
  "complaint-merged": 409,
  "complaints-same": 422,
  "extension-not-allowed": 409,
  "extension-too-long": 422,
  "extension-not-later": 422,
  "extension-too-late": 409,
  "extension-waiting": 409,
  "extension-decided": 409,
  "pause-running": 409,
  "pause-not-running": 409,
  "calendar-changed": 409,
  "calendar-unreadable": 422,
  "calendar-year-unknown": 422,
  "calendar-cannot-count": 422,
  "country-unknown": 404,
  "draft-changed": 409,
  "regulation-changed": 409,
  "regulation-in-past": 422,
  "evidence-mismatch": 422,
  "proof-mismatch": 422,
  "corrections-changed": 409,
  "setup-link-used": 410,
  "setup-done": 404,
  "pairing-waiting": 400,
  "pairing-too-fast": 400,
  "pairing-expired": 400,
  "pairing-refused": 400,
  "pairing-decided": 409,
  "too-many-requests": 429,
  "storage-full": 507,
  unavailable: 503,
  "internal-error": 500,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;
export const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]];

/** A problem's `type` is this and its code. */
export const PROBLEM_TYPE_PREFIX = "urn:otklik:problem:";
