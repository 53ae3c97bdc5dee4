import { z } from "zod";
import { calendarWindowSchema } from "../deadline/calendar/calendar-window";
import { dueDateSchema, dueRuleSchema, isoDateSchema } from "../deadline/due-date";
import { CLOCKS, DUE_CAUSES, LEGAL_BASES, OWED_CLOCKS } from "../deadline/vocabulary";
import { personRefSchema } from "../people/person-ref";
import { problemSchema } from "../problem";
import { signedReceiptSchema } from "../proof/receipt";
import { lineOfText, plainText } from "../text/plain-text";
import { clipSchema, evidenceSchema, instantSchema } from "./clip";
import { LIMITS } from "./limits";
import { taskLinkSchema } from "./task";
import {
  complaintLinkSchema,
  dueRevisionSchema,
  pausedClockSchema,
  pauseSchema,
  termExtensionSchema,
} from "./term-changes";
import {
  CHANNELS,
  COMPLAINT_EVENTS,
  COMPLAINT_KINDS,
  COMPLAINT_STATUSES,
  COMPLAINT_VIEWS,
} from "./vocabulary";

/** `POST /api/complaints`: one clip with the agent's judgement of it. */
export const registerComplaintSchema = z.strictObject({
  /** Made by the client: sending it again, in whichever case, yields the same complaint. */
  id: z.uuid().toLowerCase(),
  kind: z.enum(COMPLAINT_KINDS),
  /** Id of one of the organisation's topics. */
  topicId: z.uuid().nullable(),
  /** No way to answer: registered and analysed, but no answer is owed. */
  anonymous: z.boolean(),
  /** What the person wants done. */
  remedySought: plainText(LIMITS.remedyLength).nullable(),
  clip: clipSchema,
});
export type RegisterComplaint = z.infer<typeof registerComplaintSchema>;

/**
 * `POST /api/complaints/batch`. The items are checked one by one, so that one bad clip does
 * not hold up the others: here only their number is limited.
 */
export const registerBatchSchema = z.strictObject({
  complaints: z.array(z.unknown()).min(1).max(LIMITS.batchItems),
});

/** The receipt: what the agent and later the complainant are told. */
export const registeredComplaintSchema = z.object({
  id: z.uuid(),
  /** Such as `2026-000142`: gapless within organisation and year. */
  incomingNumber: z.string(),
  registeredAt: instantSchema,
  receivedAt: instantSchema,
  /** False when this clip had been registered before. */
  created: z.boolean(),
  dueDates: z.array(dueDateSchema),
  /** What the register confirms of a clip that came with a proof. */
  receipt: signedReceiptSchema.optional(),
});
export type RegisteredComplaint = z.infer<typeof registeredComplaintSchema>;

/** Answer of a batch, in the order of the items: a receipt or the problem that this one clip has. */
export const registerBatchResultSchema = z.object({
  results: z.array(
    z.union([
      z.object({ status: z.literal([200, 201]), complaint: registeredComplaintSchema }),
      z.object({ status: z.int().min(400), problem: problemSchema }),
    ]),
  ),
});
export type RegisterBatchResult = z.infer<typeof registerBatchResultSchema>;

/** `POST /api/complaints/:id/clips`: a further clip of a complaint that has its number already. */
export const addClipSchema = z.strictObject({
  /** Made by the client: sending it again adds it once. */
  id: z.uuid().toLowerCase(),
  clip: clipSchema,
});
export type AddClip = z.infer<typeof addClipSchema>;

export const clipAddedSchema = z.object({
  /** The clip's own. */
  id: z.uuid(),
  complaintId: z.uuid(),
  incomingNumber: z.string(),
  addedAt: instantSchema,
  /** False when this clip had been added before. */
  created: z.boolean(),
  /** What the register confirms of a clip that came with a proof. */
  receipt: signedReceiptSchema.optional(),
});
export type ClipAdded = z.infer<typeof clipAddedSchema>;

export const topicSchema = z.object({ id: z.uuid(), name: lineOfText(LIMITS.topicLength) });
export type Topic = z.infer<typeof topicSchema>;

/** A due date on a complaint, with whether its event has come. */
export const complaintDueDateSchema = dueDateSchema.extend({ metAt: instantSchema.nullable() });
export type ComplaintDueDate = z.infer<typeof complaintDueDateSchema>;

/** One row of a list: what is needed to decide what to do now. */
export const complaintSummarySchema = z.object({
  id: z.uuid(),
  incomingNumber: z.string(),
  status: z.enum(COMPLAINT_STATUSES),
  kind: z.enum(COMPLAINT_KINDS),
  channel: z.enum(CHANNELS),
  /** Name or handle of the complainant; null when anonymous or not found. */
  complainant: z.string().nullable(),
  /** First characters of the narrative, on one line. */
  excerpt: z.string(),
  permalink: z.string().nullable(),
  registeredAt: instantSchema,
  responsible: personRefSchema.nullable(),
  /** The earliest due date whose event has not come; null when nothing is owed any more. */
  nextDue: z
    .object({
      clock: z.enum(CLOCKS),
      dueAt: z.iso.datetime(),
      dueOn: isoDateSchema,
      provisional: z.boolean(),
      rule: dueRuleSchema,
      /** The instant it was counted from, and its local day. */
      startAt: z.iso.datetime(),
      startOn: isoDateSchema,
      /** The last day before it moved to a worked one; null where it did not move. */
      rolledFrom: isoDateSchema.nullable(),
      /** Its rule alone does not give a date that was extended. */
      cause: z.enum(DUE_CAUSES),
    })
    .nullable(),
});
export type ComplaintSummary = z.infer<typeof complaintSummarySchema>;

export const complaintPageSchema = z.object({
  complaints: z.array(complaintSummarySchema),
  /** Opaque; null on the last page. */
  nextCursor: z.string().nullable(),
  /** The organisation's zone, for saying dates. */
  zone: z.string(),
  window: calendarWindowSchema,
});
export type ComplaintPage = z.infer<typeof complaintPageSchema>;

/** What has been done, oldest first. */
export const complaintEventSchema = z.object({
  at: instantSchema,
  kind: z.enum(COMPLAINT_EVENTS),
  actor: personRefSchema.nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type ComplaintEvent = z.infer<typeof complaintEventSchema>;

/** A day, or a run of minutes, and why it counted or not. */
export const traceStepSchema = z.object({
  on: z.iso.date(),
  /** A key of the deadline messages: `day.working`, `day.dayOff`, … */
  reason: z.string(),
  counted: z.boolean(),
  /** The act that says so, where it is not the plain week. */
  act: z.string().nullable(),
  /** Of minutes and hours: from when, inclusive, to when, exclusive. */
  span: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }).optional(),
});
export type TraceStep = z.infer<typeof traceStepSchema>;

/** A due date in force, how it came to be, and how it was counted. */
const dueDateInForceSchema = complaintDueDateSchema.extend({
  ...dueRevisionSchema.shape,
  /** How far the date may be moved, inclusive; null where it may not be, or as far as is agreed: the rule says which. */
  extendableTo: isoDateSchema.nullable(),
  /** Of the date that the rule gave: an extension moves it on from there. */
  trace: z.array(traceStepSchema),
});

/** A date that another has taken the place of, or that is no longer owed. */
const supersededDueDateSchema = complaintDueDateSchema.extend({
  ...dueRevisionSchema.shape,
  supersededAt: instantSchema,
});
export type SupersededDueDate = z.infer<typeof supersededDueDateSchema>;

export const complaintSchema = complaintSummarySchema.extend({
  anonymous: z.boolean(),
  /** What it rests on, as far as triage has said. */
  bases: z.array(z.enum(LEGAL_BASES)),
  topic: topicSchema.nullable(),
  remedySought: z.string().nullable(),
  receivedAt: instantSchema,
  closedAt: instantSchema.nullable(),
  registeredBy: personRefSchema,
  /** Colleagues whom it is about, by name: they decide nothing on it. */
  subjects: z.array(personRefSchema),
  /** Links for deciding on a later date that may still be used. */
  taskLinks: z.array(taskLinkSchema),
  clip: clipSchema,
  /** The later event from which its terms run: it was re-opened, or came once more in another way. */
  restartedAt: instantSchema.nullable(),
  /** By which way it came then; null when it was re-opened. */
  restartedChannel: z.enum(CHANNELS).nullable(),
  dueDates: z.array(dueDateInForceSchema),
  /** Empty unless the complainant is waited for. */
  pausedClocks: z.array(pausedClockSchema),
  /** The newest first within a clock. */
  dueHistory: z.array(supersededDueDateSchema),
  /** In the order in which they were asked for. */
  extensions: z.array(termExtensionSchema),
  /** The last one lasts while its end is null. */
  pauses: z.array(pauseSchema),
  /** The complaint in which this one goes on. */
  mergedInto: complaintLinkSchema.nullable(),
  /** Those that go on in this one. */
  mergedFrom: z.array(complaintLinkSchema),
  /** Of all its clips. */
  evidence: z.array(
    evidenceSchema.extend({
      storedAt: instantSchema.nullable(),
      /** The added clip that it came with; null when it came with the complaint's own. */
      addedClipId: z.uuid().nullable(),
    }),
  ),
  /** Clips that were added when it had its number, in their order. */
  addedClips: z.array(
    z.object({ id: z.uuid(), clip: clipSchema, addedAt: instantSchema, addedBy: personRefSchema }),
  ),
  events: z.array(complaintEventSchema),
  zone: z.string(),
  window: calendarWindowSchema,
});
export type Complaint = z.infer<typeof complaintSchema>;

/** `GET /api/complaints`. */
export const listComplaintsSchema = z.strictObject({
  view: z.enum(COMPLAINT_VIEWS).default("newest"),
  /** A number (whole or its end) or words of the text. */
  q: plainText(LIMITS.searchLength).optional(),
  cursor: z.string().max(LIMITS.cursorLength).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.listPage).default(50),
});

export type ListComplaints = z.output<typeof listComplaintsSchema>;

/** `POST /api/complaints/:id/subjects`: a colleague whom the complaint is about. */
export const nameSubjectSchema = z.strictObject({ personId: z.uuid().toLowerCase() });

/** `POST /api/complaints/:id/steps`: the event that a clock waits for has come. */
export const recordStepSchema = z.strictObject({ clock: z.enum(OWED_CLOCKS) });
export type RecordStep = z.infer<typeof recordStepSchema>;
