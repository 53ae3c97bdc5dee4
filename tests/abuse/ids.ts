/** How many hostile cases each family has; they are numbered from 01. */
const FAMILIES = {
  AUTH: 25,
  IN: 24,
  INJ: 11,
  RACE: 14,
  EXP: 6,
  ATT: 12,
  SSRF: 11,
  RATE: 4,
  CORS: 3,
  CSRF: 3,
  HDR: 3,
  EXT: 9,
  TIME: 6,
  FLT: 12,
  AUD: 9,
} as const;

/** The hostile cases that the product must stand, such as `AUTH-01`: what each is stands in the names of its tests. */
export const ABUSE_IDS: readonly string[] = Object.entries(FAMILIES).flatMap(([family, count]) =>
  Array.from({ length: count }, (_, index) => `${family}-${String(index + 1).padStart(2, "0")}`),
);

/** What looks like the id of a hostile case, of whatever number. */
export const ABUSE_ID = new RegExp(`\\b(?:${Object.keys(FAMILIES).join("|")})-\\d{2,}\\b`, "g");

/** Why a case has no test: a person must try it, or the feature that it attacks is not there yet. */
export type Untested = { readonly manual: string } | { readonly waiting: string };

const EXPORTS = { waiting: "exports of the register" };
const LOG_CHAIN = { waiting: "the chained log and its check" };
const BACKUPS = { waiting: "backup and restore" };
const FEEDS = { waiting: "feeds of mentions" };
const WEBHOOKS = { waiting: "webhooks" };
const OUTBOX = { waiting: "the outbox of mails" };
const ERASURE = { waiting: "erasure of personal data" };

/** The cases without a test. Who builds the feature that one waits for brings its test and takes its line out. */
export const UNTESTED: Readonly<Record<string, Untested>> = {
  "EXP-01": EXPORTS,
  "EXP-02": EXPORTS,
  "EXP-03": EXPORTS,
  "EXP-04": EXPORTS,
  "EXP-05": EXPORTS,
  "EXP-06": EXPORTS,
  "AUD-01": LOG_CHAIN,
  "AUD-02": LOG_CHAIN,
  "AUD-03": LOG_CHAIN,
  "AUD-04": ERASURE,
  "AUD-05": LOG_CHAIN,
  "AUD-06": BACKUPS,
  "AUD-07": BACKUPS,
  "AUD-08": BACKUPS,
  "AUD-09": { waiting: "the deletion of what was kept long enough" },
  "INJ-09": WEBHOOKS,
  "SSRF-09": FEEDS,
  "SSRF-10": WEBHOOKS,
  "SSRF-11": WEBHOOKS,
  "RACE-10": ERASURE,
  "RACE-11": OUTBOX,
  "ATT-10": { waiting: "a virus scanner beside the server" },
};
