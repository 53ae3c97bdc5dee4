import type { IsoDate } from "@otklik/shared/deadline/vocabulary";

/** The years that can be shown: of these the server knows the holidays of other countries too. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

/** The year that an address asks for; this one when it asks for none, or for one that cannot be shown. */
export function yearIn(asked: string | undefined, today: IsoDate): number {
  const year = /^\d{4}$/.test(asked ?? "") ? Number(asked) : Number.NaN;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : Number(today.slice(0, 4));
}
