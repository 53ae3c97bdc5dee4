/** How far ahead "due soon" looks. `today` ends at 24:00 in the organisation's zone. Apart from the schemas, so that a page can read it without. */
export const BADGE_WINDOWS = ["today", "next_24_hours", "next_3_days", "next_7_days"] as const;
export type BadgeWindow = (typeof BADGE_WINDOWS)[number];
