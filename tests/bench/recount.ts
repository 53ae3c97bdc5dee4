import { russia } from "@otklik/shared/deadline/calendar/russia";
import type { CalendarYear, WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { addDays } from "@otklik/shared/deadline/time/local-day";
import { type CountProgress, countProgressSchema } from "@otklik/shared/settings/due-changes";
import type { ServerProcess } from "../support/built-server";
import { makeOrganisation, makePerson, signIn } from "../support/organisation";
import { insertOpenComplaints } from "./open-complaints";
import { progress, report } from "./report";

const OPEN_COMPLAINTS = 100_000;
/** In a row, from next week on: most terms of a month end in them, pass them or roll over them. */
const DAYS_OFF = 14;
const TOLD_EVERY = 10_000;

/**
 * How long it takes to put the due dates of a hundred thousand open complaints right after a corrected calendar was
 * published, as the desk has it done: over HTTP, its progress read to the last line.
 */
export async function measureRecount(server: ServerProcess): Promise<void> {
  const head = await makePerson(server.db, await makeOrganisation(server.db), { roles: ["head"] });
  progress(`due: putting in ${OPEN_COMPLAINTS} open complaints`);
  await insertOpenComplaints(server.db, head, OPEN_COMPLAINTS);
  const headers = {
    ...(await signIn(server.db, head)),
    origin: server.url,
    "content-type": "application/json",
  };
  const published = await fetch(`${server.url}/api/calendar`, {
    method: "POST",
    headers,
    body: JSON.stringify({ calendar: correctedCalendar(), basedOn: russia.version, note: null }),
  });
  if (!published.ok)
    throw new Error(`The calendar was answered ${published.status}: ${await published.text()}`);
  const first = await recount(server.url, headers);
  const again = await recount(server.url, headers);
  if (first.last.counted !== OPEN_COMPLAINTS || first.last.changed === 0 || again.last.changed !== 0) {
    throw new Error(`The recounts ended so: ${JSON.stringify([first.last, again.last])}`);
  }
  progress(`due: ${first.last.changed} due dates moved; again, none did, in ${again.seconds.toFixed(1)} s`);
  report("due.recount_100k_open_s", first.seconds, "s", first.last.counted);
}

async function recount(url: string, headers: Record<string, string>) {
  const begin = performance.now();
  const answer = await fetch(`${url}/api/recounts`, { method: "POST", headers });
  if (!answer.ok || answer.body === null) throw new Error(`The recount was answered ${answer.status}`);
  let last: CountProgress | null = null;
  let text = "";
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    const lines = (text + piece).split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      last = countProgressSchema.parse(JSON.parse(line));
      if (last.counted % TOLD_EVERY === 0 && !last.done) {
        progress(`due: recounted ${last.counted} of ${last.of}, ${last.changed} moved`);
      }
    }
  }
  if (last?.done !== true) throw new Error("The recount broke off");
  return { last, seconds: (performance.now() - begin) / 1000 };
}

function correctedCalendar(): WorkCalendar {
  const years: Record<string, CalendarYear> = { ...russia.years };
  const today = new Date().toISOString().slice(0, 10);
  for (let ahead = 0; ahead < DAYS_OFF; ahead++) {
    const day = addDays(today, 7 + ahead);
    const year = years[day.slice(0, 4)];
    if (year === undefined) throw new Error(`The built-in calendar ends before ${day}`);
    const regional = { ...year.regional, [day.slice(5)]: "An order of the bench" };
    const work = year.work.filter((worked) => worked !== day.slice(5));
    years[day.slice(0, 4)] = { ...year, work, regional };
  }
  return { ...russia, years };
}
