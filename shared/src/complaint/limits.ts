/** Every length and size limit of the register, once. Characters are Unicode code points, as zod counts them; all are inclusive. */
export const LIMITS = {
  narrativeLength: 20_000,
  nameLength: 300,
  urlLength: 2_048,
  titleLength: 500,
  topicLength: 100,
  rawDateLength: 200,
  searchLength: 200,
  deviceNameLength: 100,
  passwordMinLength: 10,
  passwordMaxLength: 256,
  emailLength: 254,
  /** Clips in one batch. */
  batchItems: 200,
  /** Files of one complaint. */
  evidenceItems: 10,
  /** One screenshot or snapshot. */
  evidenceBytes: 10 * 1024 * 1024,
  /** A JSON body; a batch of 200 full clips is sent in parts. */
  jsonBytes: 1024 * 1024,
  jsonDepth: 32,
  listPage: 100,
  topics: 100,
  /** Due instants that a badge snapshot carries; past "99+" the exact number is not shown. */
  badgeInstants: 500,
} as const;
