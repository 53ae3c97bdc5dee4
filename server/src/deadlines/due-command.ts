import { CHANNELS, COMPLAINT_KINDS } from "@otklik/shared/complaint/vocabulary";
import { workCalendarSchema } from "@otklik/shared/deadline/calendar/calendar-schema";
import { russia } from "@otklik/shared/deadline/calendar/russia";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { countTerm } from "@otklik/shared/deadline/count/count-term";
import { type DueFacts, dueDatesOf } from "@otklik/shared/deadline/due";
import type { Regulation } from "@otklik/shared/deadline/regulation/regulation";
import { regulationSchema } from "@otklik/shared/deadline/regulation/regulation-schema";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { DAY_UNITS, LEGAL_BASES, ROLLS } from "@otklik/shared/deadline/vocabulary";
import { traceOf } from "@otklik/shared/deadline/why";
import { LOCALES } from "@otklik/shared/people/locale";
import type { z } from "zod";
import { type DueOptions, DueRefusal, quoted, readDueOptions } from "./due-command-options";
import { type CountedComplaint, sayComplaintDates, sayTermDate } from "./due-command-text";
import { toDay, toInstant, toOneOf, toUnits, toZone } from "./due-command-words";

export const DUE_HELP = `Counts due dates, without a server or a database.

  pnpm --silent due --received TIME --kind KIND --channel CHANNEL [options]
    prints every due date of a complaint with its rule, and how it was counted
  pnpm --silent due --unit UNIT --n N --from DAY [--roll ROLL] [options]
    counts a bare term from the day of an event

of a complaint
  --received TIME     when it came
  --registered TIME   when it got its number; as received, unless given
  --request-sent TIME, --reply-received TIME, --closed TIME
                      start the clocks that run from them
  --kind KIND         ${COMPLAINT_KINDS.join(", ")}
  --channel CHANNEL   ${CHANNELS.join(", ")}
  --basis BASIS       any number of: ${LEGAL_BASES.slice(0, 5).join(", ")},
                      ${LEGAL_BASES.slice(5).join(", ")}
  --anonymous         there is no way to answer
  --regulation R      ru-default, or a file of JSON

of a bare term
  --unit UNIT         ${DAY_UNITS.slice(0, 3).join(", ")},
                      ${DAY_UNITS.slice(3).join(", ")}
  --n N               how many of them
  --from DAY          day of the event, such as 2026-11-21; it is not counted
  --roll ROLL         where a last day that is not worked moves: ${ROLLS.join(", ")};
                      next, unless given

of both
  --calendar FILE     a calendar as JSON; that of Russia, unless given
  --zone ZONE         time zone; Europe/Moscow, unless given
  --lang LANGUAGE     ${LOCALES.join(", ")}; en, unless given
  --json              as one line of JSON

TIME is ISO 8601, such as 2026-11-21T18:40 or 2026-11-21T15:40Z: without an offset it is what
clocks in the time zone show, and a day alone is its 00:00.`;

/** Gives the text of a file. @throws when it cannot be read */
export type ReadFile = (path: string) => Promise<string>;

/**
 * Does what the words of `pnpm due` ask, and gives what to print.
 *
 * @throws DueRefusal with one sentence when they cannot be read or counted
 */
export async function dueCommand(words: readonly string[], readFile: ReadFile): Promise<string> {
  const options = readDueOptions(words);
  if (options.flags.has("help")) return DUE_HELP;
  const { values } = options;
  const zone = toZone("--zone", values.zone ?? "Europe/Moscow");
  const calendar =
    values.calendar === undefined
      ? russia
      : await fromFile("calendar", values.calendar, workCalendarSchema, readFile);
  try {
    return isBareTerm(options)
      ? bareTerm(options, calendar)
      : complaintDates(options, calendar, await regulationOf(values.regulation, readFile), zone);
  } catch (error) {
    if (error instanceof RangeError) throw new DueRefusal(`This cannot be counted: ${error.message}.`);
    throw error;
  }
}

const OF_TERM = ["unit", "n", "from", "roll"] as const;
const OF_COMPLAINT = [
  "received",
  "registered",
  "request-sent",
  "reply-received",
  "closed",
  "kind",
  "channel",
  "regulation",
] as const;

function isBareTerm({ values, bases, flags }: DueOptions): boolean {
  const ofTerm = OF_TERM.find((option) => values[option] !== undefined);
  if (ofTerm === undefined) return false;
  const ofComplaint =
    OF_COMPLAINT.find((option) => values[option] !== undefined) ??
    (bases.length > 0 ? "basis" : flags.has("anonymous") ? "anonymous" : undefined);
  if (ofComplaint !== undefined) {
    throw new DueRefusal(
      `--${ofTerm} is for a bare term and --${ofComplaint} for a complaint: give one of them.`,
    );
  }
  return true;
}

function bareTerm({ values, flags }: DueOptions, calendar: WorkCalendar): string {
  const unit = toOneOf("--unit", required(values.unit, "--unit"), DAY_UNITS);
  const n = toUnits("--n", required(values.n, "--n"));
  const from = toDay("--from", required(values.from, "--from"));
  const roll = toOneOf("--roll", values.roll ?? "next", ROLLS);
  const locale = toOneOf("--lang", values.lang ?? "en", LOCALES);
  const { dueOn, provisional, days } = countTerm(unit, { n, roll }, from, calendar);
  if (flags.has("json")) return JSON.stringify({ dueOn, provisional, trace: days });
  return sayTermDate(locale, { unit, n, from, dueOn, provisional, trace: days });
}

function complaintDates(
  options: DueOptions,
  calendar: WorkCalendar,
  regulation: Regulation,
  zone: string,
): string {
  const { values, flags } = options;
  const facts = factsOf(options, zone);
  const locale = toOneOf("--lang", values.lang ?? "en", LOCALES);
  const dueDates = dueDatesOf(facts, regulation, calendar, zone).map((due) => ({
    ...due,
    trace: traceOf(due, regulation, calendar, zone),
  }));
  if (!flags.has("json")) {
    const counted: CountedComplaint = { facts, regulation, calendar, zone, dueDates };
    return sayComplaintDates(locale, counted);
  }
  const { name, version } = regulation;
  return JSON.stringify({
    ...facts,
    zone,
    regulation: { name, version },
    calendarVersion: calendar.version,
    dueDates,
  });
}

function factsOf({ values, bases, flags }: DueOptions, zone: string): DueFacts {
  if (OF_COMPLAINT.every((option) => values[option] === undefined)) {
    throw new DueRefusal("Give --received, --kind and --channel, or --unit, --n and --from; see --help.");
  }
  const receivedAt = toInstant("--received", required(values.received, "--received"), zone);
  const instantOf = (option: "registered" | "request-sent" | "reply-received" | "closed") => {
    const typed = values[option];
    if (typed === undefined) return undefined;
    const at = toInstant(`--${option}`, typed, zone);
    if (at < receivedAt) throw new DueRefusal(`--${option} is earlier than --received.`);
    return at;
  };
  return {
    kind: toOneOf("--kind", required(values.kind, "--kind"), COMPLAINT_KINDS),
    channel: toOneOf("--channel", required(values.channel, "--channel"), CHANNELS),
    anonymous: flags.has("anonymous"),
    bases: [...new Set(bases.map((basis) => toOneOf("--basis", basis, LEGAL_BASES)))],
    receivedAt,
    registeredAt: instantOf("registered") ?? receivedAt,
    requestSentAt: instantOf("request-sent"),
    replyReceivedAt: instantOf("reply-received"),
    closedAt: instantOf("closed"),
  };
}

function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new DueRefusal(`${option} is missing; see --help.`);
  return value;
}

async function regulationOf(typed: string | undefined, readFile: ReadFile): Promise<Regulation> {
  if (typed === undefined || typed === ruDefault.name) return ruDefault;
  return fromFile("regulation", typed, regulationSchema, readFile);
}

async function fromFile<T>(
  what: "regulation" | "calendar",
  path: string,
  schema: z.ZodType<T>,
  readFile: ReadFile,
): Promise<T> {
  const text = await readFile(path).catch(() => {
    throw new DueRefusal(`The file of --${what} ${quoted(path)} cannot be read.`);
  });
  const read = schema.safeParse(fromJson(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? "" : `: see ${issue.path.join(".")}`;
  throw new DueRefusal(`The file ${quoted(path)} is not a ${what} as JSON${place}.`);
}

/** What is not JSON is nothing, and so nothing that a schema takes. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
