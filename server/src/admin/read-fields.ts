import type { z } from "zod";
import { AdminRefusal } from "./admin-refusal";

/** What was given on the command line, as the register takes it. @throws AdminRefusal names the first that does not fit */
export function readFields<Fields extends z.ZodType>(schema: Fields, given: unknown): z.output<Fields> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  const why = (issue?.message ?? "it is wrong").replace(/\.$/, "");
  throw new AdminRefusal(`${field === "" ? "What was given" : `The ${field}`} does not fit: ${why}.`);
}
