import { CLIP_LIMITS } from "./clip-limits";

/** Every length and size limit of the register, once. Characters are Unicode code points, as zod counts them; all are inclusive. */
export const LIMITS = {
  ...CLIP_LIMITS,
  topicLength: 100,
  remedyLength: 2_000,
  adapterLength: 50,
  searchLength: 200,
  deviceNameLength: 100,
  /** As a browser names itself; what is longer is cut off. */
  userAgentLength: 300,
  passwordMinLength: 10,
  passwordMaxLength: 256,
  emailLength: 254,
  mailSubjectLength: 200,
  mailTextLength: 20_000,
  /** An IANA name. */
  zoneLength: 64,
  /** One-time links and codes, far above those that are made. */
  secretLength: 200,
  /** One part of what a passkey answers, in base64url. */
  credentialLength: 20_000,
  /** WebAuthn allows 1,023 bytes. */
  credentialIdLength: 1_364,
  /** Of one person. */
  passkeys: 20,
  cursorLength: 500,
  /** Clips in one batch. */
  batchItems: 200,
  /** Clips that are added to one complaint. */
  addedClips: 200,
  /** Files of one clip. */
  evidenceItems: 30,
  /** Further posts of one complaint. */
  morePosts: 20,
  /** Blackened parts of one screenshot. */
  masks: 50,
  /** Masked parts of one snapshot. */
  maskedParts: 10_000,
  /** Side of a screenshot. */
  imagePixels: 100_000,
  /** Width times height of a stored picture: more would fill the memory of whoever looks at it. */
  pictureArea: 40_000_000,
  /** A JSON body; a batch of 200 full clips is sent in parts. */
  jsonBytes: 1024 * 1024,
  jsonDepth: 32,
  listPage: 100,
  /** Due instants that a badge snapshot carries; past "99+" the exact number is not shown. */
  badgeInstants: 500,
  /** Days named in one list of a calendar year. */
  daysOfYear: 366,
  calendarYears: 50,
  /** Years for which another country's holidays are reckoned at once. */
  countryYears: 10,
  intervalsOfDay: 12,
  shortDayMinutes: 480,
  /** Name of a calendar's version or of a regulation. */
  versionLength: 60,
  /** An act, a clause or its address. */
  actLength: 300,
  ruleIdLength: 60,
  rulePriority: 100,
  /** Rules of one regulation. */
  timeLimits: 200,
  /** Units of one term: ten years in days, for a longer term is a mistake. */
  termUnits: 3_660,
  /** Why a date was moved, as it is told to the complainant. */
  reasonLength: 2_000,
  /** A file of calendar days that is imported. */
  calendarFileLength: 500_000,
  /** One CSS selector. */
  selectorLength: 500,
  /** Counts of adapters and days in one report. */
  healthCounts: 500,
  /** Changed due dates that a preview names; the others are only counted. */
  changedDates: 100,
} as const;
