/** The closed lists of the register. Every enum of database, wire and screen takes its values from here. */

/** What a complaint is. `domain.md` words: обращение общего характера, претензия, жалоба на обслуживание, предложение. */
export const COMPLAINT_KINDS = ["general", "claim", "service", "suggestion"] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** The way by which the person brought it. */
export const CHANNELS = [
  "social",
  "review",
  "webmail",
  "email",
  "web",
  "web_form",
  "phone",
  "in_person",
  "post",
] as const;
export type Channel = (typeof CHANNELS)[number];

/** `registered` until its answer is sent; then `closed`. Later stages are inserted between these two. */
export const COMPLAINT_STATUSES = ["registered", "closed"] as const;
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];

/** What a file proves: how the page looked, the post alone cut out of it, what its markup said, what hung on the post, the mail itself. */
export const EVIDENCE_KINDS = ["screenshot", "crop", "snapshot", "attachment", "mail"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Media types that evidence may have; nothing else is stored. */
export const EVIDENCE_MEDIA_TYPES = [
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "text/html",
  "message/rfc822",
] as const;
export type EvidenceMediaType = (typeof EVIDENCE_MEDIA_TYPES)[number];

/** What hangs on a post. */
export const ATTACHMENT_KINDS = ["image", "video", "audio", "file"] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** The ready-made lists of the register. */
export const COMPLAINT_VIEWS = ["newest", "mine", "overdue", "awaiting_decision"] as const;
export type ComplaintView = (typeof COMPLAINT_VIEWS)[number];

/** What a link for one task lets be done. */
export const TASKS = ["decide_extension"] as const;
export type TaskKind = (typeof TASKS)[number];

/**
 * What the log of a complaint tells: it came, a file of it arrived, what a clock waited for was done, and
 * everything that moved its dates, and who may not or may decide on it. What each of them tells more is in
 * `event-data.ts` and `people-events.ts`.
 */
export const COMPLAINT_EVENTS = [
  "registered",
  "evidence_stored",
  "clip_added",
  "step_recorded",
  "triaged",
  "extension_requested",
  "extension_decided",
  "pause_started",
  "pause_ended",
  "reopened",
  "merged",
  "received_again",
  "due_dates_recounted",
  "subject_named",
  "subject_removed",
  "task_link_issued",
  "task_link_used",
  "task_link_revoked",
] as const;
export type ComplaintEventKind = (typeof COMPLAINT_EVENTS)[number];
