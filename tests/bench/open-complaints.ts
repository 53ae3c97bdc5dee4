import { randomUUID } from "node:crypto";
import { dueDatesOf } from "@otklik/shared/deadline/due";
import { MILLISECONDS_OF_DAY } from "@otklik/shared/deadline/time/local-day";
import type { Database } from "../../server/src/db/client";
import { builtInCalendar, builtInRegulation } from "../../server/src/deadlines/rule-book";
import type { TestPerson } from "../support/organisation";
import { sampleComplaint } from "../support/sample-complaint";

const PORTION = 2_000;
/** Registered evenly over so many days until now. */
const DAYS = 30;

/**
 * Puts open claims into the register, none of whose clocks has been met: what would take long to come in by itself.
 * Their rows are those that a registration writes.
 */
export async function insertOpenComplaints(db: Database, person: TestPerson, count: number): Promise<void> {
  const { clip } = sampleComplaint();
  const now = Date.now();
  for (let from = 0; from < count; from += PORTION) {
    const claims = Array.from({ length: Math.min(PORTION, count - from) }, (_, place) => {
      const ordinal = from + place + 1;
      return claimOf(
        ordinal,
        new Date(now - ((count - ordinal) / count) * DAYS * MILLISECONDS_OF_DAY),
        person,
      );
    });
    await db.$client.begin(async (sql) => {
      await sql`SET LOCAL statement_timeout = 0`;
      await sql`
        INSERT INTO complaints (org_id, id, year, ordinal, kind, channel, anonymous, clip, content_hash, received_at,
          registered_at, registered_by, responsible_id, next_due_at)
        SELECT ${person.organisation.id}, c.id, extract(year FROM c.at), c.ordinal, 'claim', ${clip.channel}, false,
          ${JSON.stringify(clip)}::text::jsonb, '', c.at, c.at, ${person.id}, ${person.id}, c.next_due_at
        FROM jsonb_to_recordset(${JSON.stringify(claims)}::text::jsonb) AS c(
          id uuid, ordinal integer, at timestamptz, next_due_at timestamptz
        )`;
      await sql`
        INSERT INTO due_dates (org_id, complaint_id, clock, revision, due_at, due_on, provisional, start_at, regulation,
          regulation_version, rule_id, calendar_version)
        SELECT ${person.organisation.id}, c.id, d.clock, 1, d."dueAt", d."dueOn", d.provisional, d."startAt",
          d.rule ->> 'regulation', (d.rule ->> 'regulationVersion')::integer, d.rule ->> 'id', d."calendarVersion"
        FROM jsonb_to_recordset(${JSON.stringify(claims)}::text::jsonb) AS c(id uuid, due_dates jsonb),
          jsonb_to_recordset(c.due_dates) AS d(
            clock clock, "dueAt" timestamptz, "dueOn" date, provisional boolean, "startAt" timestamptz, rule jsonb,
            "calendarVersion" text
          )`;
    });
  }
  // As it would be in a register that has grown.
  await db.$client`ANALYZE complaints, due_dates`;
}

function claimOf(ordinal: number, at: Date, { organisation }: TestPerson) {
  const instant = at.toISOString();
  const claim = { kind: "claim", channel: "social", anonymous: false, bases: [] } as const;
  const facts = { ...claim, receivedAt: instant, registeredAt: instant };
  const dueDates = dueDatesOf(facts, builtInRegulation, builtInCalendar, organisation.zone);
  return {
    id: randomUUID(),
    ordinal,
    at: instant,
    next_due_at: dueDates[0]?.dueAt ?? null,
    due_dates: dueDates,
  };
}
