import type { TraceStep } from "@otklik/shared/complaint/complaint";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { DueFacts } from "@otklik/shared/deadline/due";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import type { Regulation } from "@otklik/shared/deadline/regulation/regulation";
import { rolledFrom } from "@otklik/shared/deadline/rolled-from";
import { sayDue } from "@otklik/shared/deadline/say/say-due";
import { sayReason } from "@otklik/shared/deadline/say/say-reason";
import { sayWhy } from "@otklik/shared/deadline/say/say-why";
import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import type { DayUnit, IsoDate } from "@otklik/shared/deadline/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Locale } from "@otklik/shared/people/locale";

/** All that the dates of a complaint were counted from, and they. */
export interface CountedComplaint {
  readonly facts: DueFacts;
  readonly regulation: Regulation;
  readonly calendar: WorkCalendar;
  readonly zone: string;
  readonly dueDates: readonly (DueDate & { readonly trace: readonly TraceStep[] })[];
}

/** A bare term, counted. */
export interface CountedTermText {
  readonly unit: DayUnit;
  readonly n: number;
  readonly from: IsoDate;
  readonly dueOn: IsoDate;
  readonly provisional: boolean;
  readonly trace: readonly TraceStep[];
}

/** The due dates of a complaint for a person to read in a terminal: each with its reason and its count. */
export function sayComplaintDates(locale: Locale, counted: CountedComplaint): string {
  const { facts, regulation, calendar, zone, dueDates } = counted;
  // Read later, and kept: every date with its year, none as "today".
  const now = new Date(0);
  const head = [
    [
      sayComplaint(locale, `kind.${facts.kind}`),
      sayComplaint(locale, `channel.${facts.channel}`),
      ...facts.bases.map((basis) => sayDeadline(locale, `basis.${basis}`)),
    ].join(" · "),
    [zone, `${regulation.name} ${regulation.version}`, calendar.version].join(" · "),
  ].join("\n");
  const parts = dueDates.map((due) => {
    const startOn = localDateOf(due.startAt, zone);
    const rolled = rolledFrom(due.rule, startOn, due.dueOn, calendar);
    const why = { ...due, startOn, rolledFrom: rolled, cause: "registered" } as const;
    return [
      `${sayDeadline(locale, `clock.${due.clock}`)}: ${sayDue(locale, due, now, zone, null)}`,
      `  ${sayWhy(locale, why, now, zone)}`,
      ...traceLines(locale, due.trace, zone),
    ].join("\n");
  });
  return plain([head, ...parts].join("\n\n"));
}

/** A bare term for a person to read in a terminal. */
export function sayTermDate(locale: Locale, term: CountedTermText): string {
  const due = sayDeadline(locale, `term.${term.unit}`, { count: term.n });
  const end = term.provisional ? sayDeadline(locale, "due.provisional", { due: term.dueOn }) : term.dueOn;
  return plain([`${due}: ${term.from} → ${end}`, ...traceLines(locale, term.trace, "UTC")].join("\n"));
}

const SHORTEST_FIGURE = 4;

/** A line for each day, with the how manieth it is that counts, or stretch of time, and why it does. */
function traceLines(locale: Locale, trace: readonly TraceStep[], zone: string): string[] {
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  let counted = 0;
  return trace.map((step) => {
    if (step.counted && step.span === undefined) counted++;
    const weekday = weekdays.format(new Date(`${step.on}T00:00:00Z`));
    const span = step.span === undefined ? "" : ` ${spanText(step.span, zone)}`;
    const ordinal = step.span === undefined ? String(counted) : "+";
    const figure = (step.counted ? ordinal : "·").padStart(SHORTEST_FIGURE);
    return `  ${step.on} ${weekday}${span} ${figure}  ${sayReason(locale, step)}`;
  });
}

function spanText(span: NonNullable<TraceStep["span"]>, zone: string): string {
  const from = wallClockOf(span.from, zone);
  const to = wallClockOf(span.to, zone);
  return from.day === to.day ? `${from.time}–${to.time}` : `${from.time} – ${to.day} ${to.time}`;
}

/** Terminals and searches know plain spaces better. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
