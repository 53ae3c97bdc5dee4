import { z } from "zod";
import { PROBLEM_CODES } from "./problem-codes";

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
