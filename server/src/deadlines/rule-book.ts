import { russia } from "@otklik/shared/deadline/calendar/russia";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { DueRule } from "@otklik/shared/deadline/due-date";
import {
  type ApplicableRule,
  type Regulation,
  toDueRule,
} from "@otklik/shared/deadline/regulation/regulation";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { ruDefault1 } from "@otklik/shared/deadline/regulation/ru-default-1";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { RegisterError } from "../errors";

/**
 * Every version that has ever dated a complaint, the newest last: none may be taken out while its due
 * dates are kept. An organisation goes by the newest until it publishes its own.
 */
const BUILT_IN_REGULATIONS: readonly Regulation[] = [ruDefault1, ruDefault];
const BUILT_IN_CALENDARS: readonly WorkCalendar[] = [russia];
export const builtInRegulation: Regulation = ruDefault;
export const builtInCalendar: WorkCalendar = russia;

/** The book has no such version: it was published after the caller was identified, who is asked to come again. */
export class RulesNotKnown extends RegisterError {
  readonly version: string;

  constructor(version: string) {
    super("unavailable", { retryAfterSeconds: 1 });
    this.version = version;
  }
}

/** All calendars and regulations of an organisation as of one revision of its rules. It never changes. */
export interface RuleBook {
  /** What a registration tells the database: were it another there, the dates would be counted again. */
  readonly revision: number;
  /** By which is counted now: the newest. */
  readonly calendar: WorkCalendar;
  /** By which a complaint registered on that local day is dated. */
  regulationOn(day: IsoDate): Regulation;
  /** @throws RulesNotKnown when the book does not have it */
  regulation(name: string, version: number): Regulation;
  /** @throws RulesNotKnown when the book does not have it */
  calendarOf(version: string): WorkCalendar;
}

/** A calendar that the organisation has published; what is in it is read when it is first asked for. */
export interface PublishedCalendar {
  readonly version: string;
  readonly content: () => WorkCalendar;
}

export interface PublishedRegulation {
  readonly name: string;
  readonly version: number;
  readonly effectiveOn: IsoDate;
  readonly content: () => Regulation;
}

/**
 * Puts the built-in versions and an organisation's own into one book.
 *
 * @param calendars in the order of publication
 * @param regulations in any order
 */
export function toRuleBook(
  revision: number,
  calendars: readonly PublishedCalendar[],
  regulations: readonly PublishedRegulation[],
): RuleBook {
  // Each version is written on the one before it: what is published later takes the days of all before it.
  const inOrder = [...regulations].sort((one, other) => one.version - other.version);
  return {
    revision,
    get calendar() {
      return calendars.at(-1)?.content() ?? builtInCalendar;
    },
    regulationOn: (day) =>
      inOrder.findLast(({ effectiveOn }) => effectiveOn <= day)?.content() ?? builtInRegulation,
    regulation(name, version) {
      const isIt = (one: { name: string; version: number }) => one.name === name && one.version === version;
      const found = BUILT_IN_REGULATIONS.find(isIt) ?? regulations.find(isIt)?.content();
      if (found === undefined) throw new RulesNotKnown(`Regulation ${name} ${version}`);
      return found;
    },
    calendarOf(version) {
      const isIt = (one: { version: string }) => one.version === version;
      const found = BUILT_IN_CALENDARS.find(isIt) ?? calendars.find(isIt)?.content();
      if (found === undefined) throw new RulesNotKnown(`Calendar ${version}`);
      return found;
    },
  };
}

/** A rule as a due date's row names it. */
export interface RuleName {
  readonly regulation: string;
  readonly regulationVersion: number;
  readonly ruleId: string;
}

/** The rule that made a stored due date, as it is counted and shown. @throws RulesNotKnown when the book does not have its regulation */
export function ruleNamed(book: RuleBook, name: RuleName): ApplicableRule {
  const regulation = book.regulation(name.regulation, name.regulationVersion);
  const limit = regulation.timeLimits.find((candidate) => candidate.id === name.ruleId);
  if (limit === undefined) {
    throw new Error(`No rule ${name.ruleId} in ${name.regulation} version ${name.regulationVersion}`);
  }
  return { limit, rule: toDueRule(limit, regulation) };
}

/** The same, only as it is shown. */
export function ruleOf(book: RuleBook, name: RuleName): DueRule {
  return ruleNamed(book, name).rule;
}
