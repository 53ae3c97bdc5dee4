import { LOCALES } from "@otklik/shared/people/locale";
import type { LogEntry } from "@otklik/shared/people/people";
import { peopleEventSchema } from "@otklik/shared/people/people-events";
import { describe, expect, it } from "vitest";
import { sayLogLine } from "./say-log-line";

const reading = { zone: "Europe/Moscow", now: new Date("2026-11-22T09:00:00Z") };
const person = { id: "0199aaaa-0000-4000-8000-000000000001", name: "Анна Снегирёва" };
const complaint = { id: "0199aaaa-0000-4000-8000-000000000002", incomingNumber: "2026-000142" };

/** Everything that an event of any kind may hold; each schema takes its own of it. */
const EVERYTHING = {
  person,
  complaint,
  name: "Chrome",
  deviceName: "Chrome",
  origin: "chrome-extension://abc",
  zone: "Europe/Moscow",
  locale: "ru",
  email: "anna@romashka.test",
  roles: ["head"],
  before: ["agent"],
  after: ["handler", "admin"],
  sessions: 2,
  devices: 1,
  passkeys: 2,
  secondFactor: true,
  count: 5,
  left: 3,
  purpose: "invitation",
  expiresAt: "2026-11-23T09:00:00Z",
  issuer: "https://id.romashka.test",
  userAgent: null,
  task: "decide_extension",
};

const entryOf = (kind: string, data: Record<string, unknown> = EVERYTHING): LogEntry => ({
  id: 1,
  at: "2026-11-22T08:00:00Z",
  kind,
  actor: person,
  device: null,
  data,
});

const PEOPLE_KINDS = peopleEventSchema.options.map(({ shape }) => shape.kind.value);

describe.each(LOCALES)("in %s", (locale) => {
  const say = (kind: string, data?: Record<string, unknown>) =>
    sayLogLine(locale, entryOf(kind, data), reading);

  it.each(PEOPLE_KINDS)("says %s in words, with nothing left unfilled", (kind) => {
    const data = kind === "person_renamed" ? { ...EVERYTHING, before: "Анна Синицына" } : EVERYTHING;
    const said = say(kind, data);
    expect(said).not.toContain(kind);
    expect(said).not.toMatch(/[{}]|undefined/);
  });

  it.each([
    ["organisation_created", { zone: "Europe/Moscow", locale: "ru" }],
    ["admin_created", { by: "command line" }],
    ["device_paired", { origin: "chrome-extension://abc" }],
    ["device_revoked", { deviceId: person.id }],
    ["site_corrections_changed", { revision: 3 }],
    ["regulation_published", { version: "own-3", effectiveOn: "2027-01-01" }],
    ["calendar_published", { version: "ru-2027-2" }],
    ["open_complaints_recounted", { calendarVersion: "ru-2027-2", counted: 12, changed: 4 }],
    ["registered", {}],
    ["evidence_stored", {}],
    ["clip_added", {}],
    ["step_recorded", { clock: "answer", closes: true }],
    ["reopened", { reason: "Нового ответа не было", moves: [] }],
  ])("says %s in words, as it was always recorded", (kind, data) => {
    const said = say(kind, data);
    expect(said).not.toContain(kind);
    expect(said).not.toMatch(/[{}—]|undefined/);
  });

  it("tells a kind of a newer server by its name and leaves nothing out", () => {
    expect(say("moon_shot", {})).toContain("moon_shot");
  });
});

it.each([
  [1, "Отключено 1\u00a0устройство: Анна Снегирёва"],
  [3, "Отключено 3\u00a0устройства: Анна Снегирёва"],
  [11, "Отключено 11\u00a0устройств: Анна Снегирёва"],
])("counts %i devices as Russian does", (count, said) => {
  expect(sayLogLine("ru", entryOf("devices_revoked", { person, count }), reading)).toBe(said);
});

it("names what ended by shutting somebody out, and nothing of which there was none", () => {
  const said = (ended: object) => sayLogLine("en", entryOf("person_shut_out", { person, ...ended }), reading);
  expect(said({ sessions: 2, devices: 1, passkeys: 3, secondFactor: true })).toBe(
    "Shut out: Анна Снегирёва (2 sessions ended, 1 device disconnected, 3 passkeys removed, second factor turned off)",
  );
  // As it was written before passkeys went too.
  expect(said({ sessions: 2, devices: 1 })).toBe(
    "Shut out: Анна Снегирёва (2 sessions ended, 1 device disconnected)",
  );
  expect(said({ sessions: 0, devices: 0, passkeys: 0, secondFactor: false })).toBe(
    "Shut out: Анна Снегирёва",
  );
});

it("keeps hostile names as text of one line", () => {
  const said = sayLogLine(
    "en",
    entryOf("person_let_in", { person: { ...person, name: "<img src=x>" } }),
    reading,
  );
  expect(said).toBe("Let in again: <img src=x>");
});
