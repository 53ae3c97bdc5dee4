import { COMPLAINT_VIEWS, type ComplaintView } from "@otklik/shared/complaint/vocabulary";
import { z } from "zod";
import { RegisterError } from "../errors";

const newestSchema = z.strictObject({
  view: z.literal("newest"),
  year: z.int().min(0).max(32_767),
  ordinal: z.int().min(0).max(2_147_483_647),
});
const byDueSchema = z.strictObject({
  view: z.enum(COMPLAINT_VIEWS).exclude(["newest"]),
  dueAt: z.iso.datetime().nullable(),
  id: z.uuid(),
});
const cursorSchema = z.discriminatedUnion("view", [newestSchema, byDueSchema]);

/** The last row of a page: the next page begins after it, however many rows were added meanwhile. */
export type ListCursor = z.infer<typeof cursorSchema>;

/** As it goes into the address of the next page. */
export function writeCursor(cursor: ListCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** @throws RegisterError `invalid-request` for what this server has not written for this view */
export function readCursor(written: string, view: ComplaintView): ListCursor {
  const cursor = cursorSchema.safeParse(parse(Buffer.from(written, "base64url").toString("utf8")));
  if (cursor.success && cursor.data.view === view) return cursor.data;
  throw new RegisterError("invalid-request", { errors: [{ path: "cursor", reason: "invalid_value" }] });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
