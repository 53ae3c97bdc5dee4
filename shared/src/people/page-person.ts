/**
 * By this header a page of the desk says whose it is, by the person's id. The cookie is the browser's: another tab may
 * have signed in somebody else since the page was opened.
 */
export const PAGE_PERSON_HEADER = "Otklik-Person";
