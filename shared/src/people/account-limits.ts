/**
 * Limits of accounts and of the log. They stand apart from those of a clip, which every page that is clipped loads.
 */
export const ACCOUNT_LIMITS = {
  passkeyNameLength: 100,
  /** Ways by which a browser reaches a passkey, and the name of one. */
  transports: 10,
  transportLength: 100,
  /** A code as it is typed, with what stands between its groups. */
  codeLength: 100,
  /** Of a person's sign-ins, the newest. */
  historyLines: 50,
  logPage: 100,
  /** Of the log, when no number is asked for. */
  logPageUsual: 50,
} as const;
