import { z } from "zod";

/**
 * Every error that a client can see: its stable code and its status. Titles and details in the
 * reader's language are in `messages/problem`.
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
  "evidence-mismatch": 422,
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

/** RFC 9457 body, media type `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  detail: z.string().optional(),
  /** Where the request was wrong: a path such as `clip.narrative` and a short reason. */
  errors: z
    .array(
      z.object({ path: z.string(), reason: z.string(), limit: z.number().optional(), message: z.string() }),
    )
    .optional(),
  /** Quoted to whoever reads the logs. */
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** A problem's `type` is this and its code. */
export const PROBLEM_TYPE_PREFIX = "urn:otklik:problem:";
