/** The languages that every screen and letter is complete in. Apart from the schemas, so that a page can read it without them. */
export const LOCALES = ["ru", "en"] as const;
export type Locale = (typeof LOCALES)[number];
