import { russia } from "@otklik/shared/deadline/calendar/russia";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import type { Session } from "@otklik/shared/people/account";
import type { CurrentRules } from "@otklik/shared/settings/regulation-settings";

/** By what a draft is dated, and what of it is only supposed. */
export interface DraftRules {
  readonly rules: CurrentRules;
  /** Null when all of it is the organisation's own. */
  readonly guess: "zone" | "rules" | null;
}

/**
 * The organisation's rules as they were last known; before that the usual ones, in its zone or, where that
 * is not known either, in this computer's.
 */
export function draftRules(
  known: CurrentRules | null,
  session: Session | null,
  zoneHere: string,
): DraftRules {
  if (known !== null) return { rules: known, guess: null };
  const zone = session?.organisation.zone ?? zoneHere;
  return {
    rules: { regulation: ruDefault, calendar: russia, zone },
    guess: session === null ? "zone" : "rules",
  };
}
