import { z } from "zod";

/**
 * The calendar for two years round today, as screens need it to say what is left of a term: small enough
 * to go with every answer, so that a page needs neither the calendar nor zone arithmetic.
 */
export const calendarWindowSchema = z.object({
  /** Local date of the first letter. */
  from: z.iso.date(),
  /** A letter for each day: `w` worked, `h` public holiday, `o` otherwise off. */
  days: z.string(),
  /**
   * When the organisation is open from now on: pairs of instants, ascending, from inclusive, to exclusive.
   * Empty where nothing that is told counts in business hours.
   */
  open: z.array(z.tuple([z.iso.datetime(), z.iso.datetime()])),
});
export type CalendarWindow = z.infer<typeof calendarWindowSchema>;
