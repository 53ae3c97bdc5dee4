/** Consonants without look-alikes: no word comes out by chance. Apart from the schemas, so that a page can read it without them. */
export const USER_CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

/** A user code is two groups of so many letters with a hyphen between them. */
export const USER_CODE_GROUP_LENGTH = 4;
