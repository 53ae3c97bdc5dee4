import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import { russia } from "@otklik/shared/deadline/calendar/russia";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { dueDatesOf } from "@otklik/shared/deadline/due";
import type { Regulation } from "@otklik/shared/deadline/regulation/regulation";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { type Instant, OWED_CLOCKS } from "@otklik/shared/deadline/vocabulary";
import { eq, max } from "drizzle-orm";
import type { Database } from "../../server/src/db/client";
import { complaints, dueDates, events } from "../../server/src/db/schema";
import type { TestPerson } from "./organisation";
import { sampleComplaint } from "./sample-complaint";

export interface RegisteredAt {
  readonly id: string;
  readonly incomingNumber: string;
}

interface Options extends NonNullable<Parameters<typeof sampleComplaint>[0]> {
  /** The instant of receipt, when it is another than that of registration. */
  readonly receivedAt?: Instant;
  readonly regulation?: Regulation;
  readonly calendar?: WorkCalendar;
}

/**
 * Puts a complaint into the register as if it had been registered at that instant: the register itself takes the
 * database's clock, which no test can set. Numbers of one organisation are given in turn.
 */
export async function registerAt(
  db: Database,
  { id: personId, organisation }: TestPerson,
  at: Instant,
  { receivedAt = at, regulation = ruDefault, calendar = russia, ...overrides }: Options = {},
): Promise<RegisteredAt> {
  const { id, kind, anonymous, topicId, remedySought, clip } = sampleComplaint(overrides);
  const { channel } = clip;
  const facts = { kind, anonymous, channel, bases: [], receivedAt, registeredAt: at };
  const dates = dueDatesOf(facts, regulation, calendar, organisation.zone);
  const year = Number(at.slice(0, 4));
  const orgId = organisation.id;
  const [last] = await db
    .select({ ordinal: max(complaints.ordinal) })
    .from(complaints)
    .where(eq(complaints.orgId, orgId));
  const ordinal = (last?.ordinal ?? 0) + 1;
  const owed = dates.filter(({ clock }) => OWED_CLOCKS.some((each) => each === clock));
  await db.insert(complaints).values({
    orgId,
    id,
    year,
    ordinal,
    kind,
    anonymous,
    topicId,
    remedySought,
    clip,
    channel,
    contentHash: Buffer.from(id),
    receivedAt: new Date(receivedAt),
    registeredAt: new Date(at),
    registeredBy: personId,
    responsibleId: personId,
    nextDueAt: owed[0] === undefined ? null : new Date(owed[0].dueAt),
  });
  await db.insert(dueDates).values(
    dates.map(({ clock, dueAt, dueOn, provisional, startAt, calendarVersion, rule }) => ({
      orgId,
      complaintId: id,
      clock,
      revision: 1,
      dueAt: new Date(dueAt),
      dueOn,
      provisional,
      startAt: new Date(startAt),
      regulation: rule.regulation,
      regulationVersion: rule.regulationVersion,
      ruleId: rule.id,
      calendarVersion,
      madeAt: new Date(at),
    })),
  );
  await db.insert(events).values({
    orgId,
    complaintId: id,
    at: new Date(at),
    actorId: personId,
    kind: "registered",
    data: { year, ordinal },
  });
  return { id, incomingNumber: formatRegisterNumber(year, ordinal) };
}
