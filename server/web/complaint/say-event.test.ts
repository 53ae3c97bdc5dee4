import type { DatedEvent } from "@otklik/shared/complaint/event-data";
import type { DueMove, Triage } from "@otklik/shared/complaint/term-changes";
import { COMPLAINT_EVENTS } from "@otklik/shared/complaint/vocabulary";
import { LOCALES } from "@otklik/shared/people/locale";
import { expect, it } from "vitest";
import { sayEvent, sayMovesOf } from "./say-event";

const reading = { zone: "Europe/Moscow", now: new Date("2026-01-15T09:00:00.000Z") };
const january = { dueAt: "2026-01-12T21:00:00.000Z", dueOn: "2026-01-12", provisional: false };
const february = { dueAt: "2026-02-02T21:00:00.000Z", dueOn: "2026-02-02", provisional: false };
const moves: DueMove[] = [{ clock: "answer", before: january, after: february }];
const asked = { position: 1, clock: "answer", fromDueOn: january.dueOn, toDueOn: february.dueOn } as const;
const claim: Triage = { kind: "claim", anonymous: false, bases: [] };

it.each(LOCALES)("has words for every event of the log in %s", (locale) => {
  const said = COMPLAINT_EVENTS.map((kind) => sayEvent(locale, { kind, data: { clock: "triage" } }, reading));
  expect(new Set(said).size).toBe(COMPLAINT_EVENTS.length);
  expect(said.filter((words) => /[._{}]/.test(words))).toEqual([]);
});

it("names the step, and says when it closed the complaint", () => {
  const say = (closes: boolean) =>
    sayEvent("en", { kind: "step_recorded", data: { clock: "answer", closes } }, reading);
  expect(say(false)).toBe("Recorded: Answered");
  expect(say(true)).toBe("Recorded: Answered. The complaint is closed");
});

it.each<[string, DatedEvent, string, string[]]>([
  [
    "what triage found",
    {
      kind: "triaged",
      data: { before: claim, after: { ...claim, bases: ["refund"] }, moves, closes: false },
    },
    "Triaged: Claim; Refund, price cut or damages",
    ["Answer: from 12 Jan to 2 Feb"],
  ],
  [
    "that nothing is owed after triage",
    {
      kind: "triaged",
      data: {
        before: claim,
        after: { ...claim, kind: "suggestion", anonymous: true },
        moves: [],
        closes: true,
      },
    },
    "Triaged: Suggestion; anonymous; the complaint is closed",
    [],
  ],
  [
    "the date and the reason asked for",
    { kind: "extension_requested", data: { ...asked, reason: "An expert is away" } },
    "Later date asked for: Answer, from 12 Jan to 2 Feb; “An expert is away”",
    [],
  ],
  [
    "an approval without a comment",
    { kind: "extension_decided", data: { ...asked, decision: "approved", comment: null, moves } },
    "Later date approved: Answer, from 12 Jan to 2 Feb",
    [],
  ],
  [
    "a refusal with its comment",
    { kind: "extension_decided", data: { ...asked, decision: "refused", comment: "No reason", moves: [] } },
    "Later date refused: Answer, from 12 Jan to 2 Feb; “No reason”",
    [],
  ],
  [
    "which clocks stand still",
    {
      kind: "pause_started",
      data: { reason: "A receipt is missing", moves: [{ clock: "answer", before: january, after: null }] },
    },
    "Waiting for the complainant: “A receipt is missing”",
    ["Answer: stands still, was due 12 Jan"],
  ],
  [
    "since when the complainant was waited for",
    {
      kind: "pause_ended",
      data: {
        from: "2026-01-13T07:30:00.000Z",
        moves: [{ clock: "answer", before: null, after: february }],
      },
    },
    "The complainant has answered: waited for since 13 Jan, 10:30",
    ["Answer: due 2 Feb"],
  ],
  [
    "the complaint that it goes on in",
    {
      kind: "merged",
      data: {
        direction: "into",
        other: { id: "00000000-0000-4000-8000-000000000001", incomingNumber: "2026-000142" },
        moves: [{ clock: "answer", before: january, after: null }],
      },
    },
    "Closed: it goes on in No. 2026-000142",
    ["Answer: not owed any more, was due 12 Jan"],
  ],
  [
    "how and when it came again",
    { kind: "received_again", data: { channel: "post", receivedAt: "2026-01-13T07:30:00.000Z", moves: [] } },
    "Received again: Post, 13 Jan, 10:30",
    [],
  ],
  [
    "the calendar of a recount, and a date that is not sure",
    {
      kind: "due_dates_recounted",
      data: {
        calendarVersion: "own-2",
        moves: [{ clock: "answer", before: january, after: { ...february, provisional: true } }],
      },
    },
    "Due dates recounted: by calendar own-2",
    ["Answer: from 12 Jan to 2 Feb (provisional)"],
  ],
])("tells %s", (_what, event, words, moved) => {
  expect(sayEvent("en", event, reading)).toBe(words);
  expect(sayMovesOf("en", event, reading)).toEqual(moved);
});

it("says the hour of a date that ends within its day, and the year of one that is not this year's", () => {
  const hours = { dueAt: "2026-01-15T15:00:00.000Z", dueOn: "2026-01-15", provisional: false };
  const nextYear = { dueAt: "2027-01-12T21:00:00.000Z", dueOn: "2027-01-12", provisional: false };
  const event = {
    kind: "reopened",
    data: { reason: "", moves: [{ clock: "answer", before: hours, after: nextYear }] },
  } satisfies DatedEvent;
  expect(sayMovesOf("en", event, reading)).toEqual(["Answer: from 15 Jan, 18:00 to 12 Jan 2027"]);
});
