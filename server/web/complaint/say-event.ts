import type { DatedEvent } from "@otklik/shared/complaint/event-data";
import { sayShortDate } from "@otklik/shared/deadline/say/say-date";
import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import { OWED_CLOCKS } from "@otklik/shared/deadline/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Locale } from "@otklik/shared/people/locale";
import { sayDates } from "../messages/dates/index";
import { sayDecisions } from "../messages/decisions/index";
import { sayDesk } from "../messages/index";
import { formatInstant } from "../parts/format-when";
import { isDatedEvent, type ToldEvent } from "./dated-event";
import type { Reading } from "./dates/say-end";
import { sayMove } from "./dates/say-move";
import { isOfDecider, sayDecider } from "./say-decider";

/** An event of the log in words: "Later date approved: Answer, from 12 Jan to 2 Feb". */
export function sayEvent(locale: Locale, event: ToldEvent, reading: Reading): string {
  const { kind } = event;
  if (kind === "step_recorded") {
    const { data } = event;
    const clock = OWED_CLOCKS.find((each) => each === data.clock);
    const step = clock === undefined ? "" : sayDesk(locale, `step.${clock}`);
    return sayDesk(locale, data.closes === true ? "history.closedBy" : "history.step", { step });
  }
  if (kind === "registered" || kind === "evidence_stored" || kind === "clip_added")
    return sayDesk(locale, `history.${kind}`);
  if (isOfDecider(kind)) return sayDecider(locale, kind, event.data);
  // Written by another version of the server: its name is known, but not what it tells.
  if (!isDatedEvent(event)) return sayDates(locale, `event.${kind}`);
  const details = detailsOf(locale, event, reading);
  const name = nameOf(locale, event);
  return details.length === 0 ? name : sayDates(locale, "event.detail", { name, detail: details.join("; ") });
}

/** The dates that an event moved, each in words; empty when it moved none. */
export function sayMovesOf(locale: Locale, event: ToldEvent, reading: Reading): string[] {
  // An extension has said its dates already.
  if (!isDatedEvent(event) || event.kind === "extension_requested" || event.kind === "extension_decided") {
    return [];
  }
  const gone = event.kind === "pause_started" ? "stands" : "not_owed";
  return event.data.moves.map((move) => sayMove(locale, move, reading, gone));
}

function nameOf(locale: Locale, event: DatedEvent): string {
  if (event.kind === "extension_decided") {
    return sayDates(locale, `event.extension_${event.data.decision}`);
  }
  if (event.kind === "merged") {
    const number = sayComplaint(locale, "number", { number: event.data.other.incomingNumber });
    return sayDates(locale, `event.merged_${event.data.direction}`, { number });
  }
  return sayDates(locale, `event.${event.kind}`);
}

function detailsOf(locale: Locale, { kind, data }: DatedEvent, reading: Reading): string[] {
  const { zone, now } = reading;
  switch (kind) {
    case "triaged": {
      const { kind, anonymous, bases } = data.after;
      const flags = anonymous ? [sayDates(locale, "judgement.anonymous")] : [];
      const named = bases.map((basis) => sayDeadline(locale, `basis.${basis}`));
      const found = [sayComplaint(locale, `kind.${kind}`), ...flags, ...named].join("; ");
      return data.closes ? [found, sayDates(locale, "event.closes")] : [found];
    }
    case "extension_requested":
    case "extension_decided": {
      const today = wallClockOf(now.toISOString(), zone).day;
      const moved = sayDates(locale, "event.dates", {
        clock: sayDeadline(locale, `clock.${data.clock}`),
        before: sayShortDate(locale, data.fromDueOn, today),
        after: sayShortDate(locale, data.toDueOn, today),
      });
      const text = kind === "extension_requested" ? data.reason : data.comment;
      const isSame = kind === "extension_decided" && data.bySamePerson === true;
      return [moved, ...quoted(locale, text), ...(isSame ? [sayDecisions(locale, "event.samePerson")] : [])];
    }
    case "pause_started":
    case "reopened":
      return quoted(locale, data.reason);
    case "pause_ended":
      return [sayDates(locale, "event.waitedSince", { when: formatInstant(locale, data.from, zone, now) })];
    case "merged":
      return [];
    case "received_again": {
      const when = formatInstant(locale, data.receivedAt, zone, now);
      return [
        sayDates(locale, "event.receipt", { channel: sayComplaint(locale, `channel.${data.channel}`), when }),
      ];
    }
    case "due_dates_recounted":
      return [sayDates(locale, "event.byCalendar", { version: data.calendarVersion })];
  }
}

function quoted(locale: Locale, text: string | null): string[] {
  return text === null || text.trim() === "" ? [] : [sayDates(locale, "event.quote", { text })];
}
