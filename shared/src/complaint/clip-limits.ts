/** Those of the register's limits that are kept while a page is read: its script carries no others. */
export const CLIP_LIMITS = {
  narrativeLength: 20_000,
  nameLength: 300,
  urlLength: 2_048,
  titleLength: 500,
  rawDateLength: 200,
  /** Pictures, videos and files of one post. */
  attachments: 20,
  /** Of the post that is answered: enough to know it again. */
  parentLength: 500,
  threadPosition: 100_000,
  /** One screenshot or snapshot. */
  evidenceBytes: 10 * 1024 * 1024,
  /** Posts that are asked for at once. */
  lookupKeys: 100,
} as const;
