import { z } from "zod";
import { isoDateSchema } from "../deadline/due-date";
import { LEGAL_BASES, OWED_CLOCKS } from "../deadline/vocabulary";
import { instantSchema } from "./clip";
import { complaintLinkSchema, dueMoveSchema, EXTENSION_DECISIONS } from "./term-changes";
import { CHANNELS, COMPLAINT_KINDS } from "./vocabulary";

/** What a complaint was taken for: this decides which rules apply. */
const judgementSchema = z.object({
  kind: z.enum(COMPLAINT_KINDS),
  anonymous: z.boolean(),
  bases: z.array(z.enum(LEGAL_BASES)),
});

/** Which dates became which. A date that stayed is not named. */
const moves = z.array(dueMoveSchema);

const askedExtension = {
  position: z.int(),
  clock: z.enum(OWED_CLOCKS),
  fromDueOn: isoDateSchema,
  toDueOn: isoDateSchema,
};

const event = <K extends string, S extends z.ZodRawShape>(kind: K, data: S) =>
  z.object({ kind: z.literal(kind), data: z.object(data) });

/** An event that moves dates, or asks for it: a line of the history can be said from it alone. */
export const datedEventSchema = z.discriminatedUnion("kind", [
  event("triaged", {
    before: judgementSchema,
    after: judgementSchema,
    moves,
    /** Nothing is owed on it any more, so that it is closed. */
    closes: z.boolean(),
  }),
  event("extension_requested", { ...askedExtension, reason: z.string() }),
  event("extension_decided", {
    ...askedExtension,
    decision: z.enum(EXTENSION_DECISIONS),
    comment: z.string().nullable(),
    /** Who asked has decided it themselves; said only where it is so. */
    bySamePerson: z.literal(true).optional(),
    moves,
  }),
  event("pause_started", { reason: z.string(), moves }),
  event("pause_ended", { from: instantSchema, moves }),
  event("reopened", { reason: z.string(), moves }),
  /** Told on both: `into` on the one that is closed by it, `from` on the one that goes on. */
  event("merged", { direction: z.enum(["into", "from"]), other: complaintLinkSchema, moves }),
  event("received_again", { channel: z.enum(CHANNELS), receivedAt: instantSchema, moves }),
  event("due_dates_recounted", { calendarVersion: z.string(), moves }),
]);
export type DatedEvent = z.infer<typeof datedEventSchema>;
