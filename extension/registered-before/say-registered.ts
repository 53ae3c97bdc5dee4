import type { RegisteredBefore } from "@otklik/shared/capture/registered-before";
import { sayDueShort } from "@otklik/shared/deadline/say/say-due";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import type { Locale } from "@otklik/shared/people/locale";
import { sayBefore } from "../messages/registered-before";

/** Who has it and by when it is owed: "Maria Ivanova, answer due 3 Dec". */
export function sayWhoAndWhen(
  locale: Locale,
  { responsible, nextDue, status }: Pick<RegisteredBefore, "responsible" | "nextDue" | "status">,
  now: Date,
  zone: string,
): string {
  const who = responsible?.name ?? sayBefore(locale, "nobody");
  if (status === "closed") return sayBefore(locale, "closed", { who });
  if (nextDue === null) return who;
  return sayBefore(locale, "owed", {
    who,
    clock: sayDueWord(locale, `clock.${nextDue.clock}`).toLocaleLowerCase(locale),
    due: sayDueShort(locale, nextDue, now, zone),
  });
}

/** "No. 2026-000142". */
export function sayNumber(
  locale: Locale,
  { incomingNumber }: Pick<RegisteredBefore, "incomingNumber">,
): string {
  return sayComplaint(locale, "number", { number: incomingNumber });
}
