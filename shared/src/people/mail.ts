import { z } from "zod";
import { LIMITS } from "../complaint/limits";
import { lineOfText, plainText } from "../text/plain-text";

/**
 * One plain address, `local@host.tld` of ASCII letters: no display name, no list or group, no quoted part, no line
 * break. Anything else could change whom a mail goes to.
 */
export const mailAddressSchema = z.email().max(LIMITS.emailLength);

/** What is sent to one person. */
export const mailSchema = z.strictObject({
  to: mailAddressSchema,
  subject: lineOfText(LIMITS.mailSubjectLength),
  /** Plain text: nothing in it is a template or markup. */
  text: plainText(LIMITS.mailTextLength, 1),
});
export type Mail = z.infer<typeof mailSchema>;
