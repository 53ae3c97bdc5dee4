import type { Complaint, ComplaintSummary } from "@otklik/shared/complaint/complaint";
import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import { rolledFrom } from "@otklik/shared/deadline/rolled-from";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import { type RuleBook, ruleOf } from "../deadlines/rule-book";
import type { SummaryRow } from "./select-summaries";

const EXCERPT_LENGTH = 160;

type NextDue = NonNullable<ComplaintSummary["nextDue"]>;

/** What a complaint has beside its row in a list. */
export type ComplaintDetails = Omit<Complaint, keyof ComplaintSummary | "anonymous">;

/** The one way from a row to what a list shows. */
export function toSummary(row: SummaryRow, book: RuleBook, zone: string): ComplaintSummary {
  return {
    id: row.id,
    incomingNumber: formatRegisterNumber(row.year, row.ordinal),
    status: row.status,
    kind: row.kind,
    channel: row.channel,
    complainant: row.anonymous ? null : (row.author.name ?? row.author.handle),
    excerpt: excerptOf(row.narrative),
    permalink: row.permalink,
    registeredAt: row.registeredAt.toISOString(),
    responsible: row.responsible,
    nextDue: row.nextDue === null ? null : toNextDue(row.nextDue, book, zone),
  };
}

function toNextDue(row: NonNullable<SummaryRow["nextDue"]>, book: RuleBook, zone: string): NextDue {
  const rule = ruleOf(book, row);
  const startAt = row.startAt.toISOString();
  const startOn = localDateOf(startAt, zone);
  return {
    clock: row.clock,
    dueAt: row.dueAt.toISOString(),
    dueOn: row.dueOn,
    provisional: row.provisional,
    rule,
    startAt,
    startOn,
    rolledFrom: rolledFrom(rule, startOn, row.dueOn, book.calendarOf(row.calendarVersion)),
    cause: row.cause,
  };
}

/** The one way from rows to a whole complaint. */
export function toComplaint(row: SummaryRow, details: ComplaintDetails, book: RuleBook): Complaint {
  return { ...toSummary(row, book, details.zone), anonymous: row.anonymous, ...details };
}

/** The beginning on one line, cut between words where it can be. */
function excerptOf(narrative: string): string {
  const line = narrative.replace(/\s+/g, " ").trim();
  if (line.length <= EXCERPT_LENGTH) return line;
  const cut = line.slice(0, EXCERPT_LENGTH).toWellFormed();
  const lastSpace = cut.lastIndexOf(" ");
  return `${cut.slice(0, lastSpace > EXCERPT_LENGTH / 2 ? lastSpace : EXCERPT_LENGTH - 1)}…`;
}
