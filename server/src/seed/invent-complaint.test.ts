import { registerComplaintSchema } from "@otklik/shared/complaint/complaint";
import { COMPLAINT_KINDS } from "@otklik/shared/complaint/vocabulary";
import { russia } from "@otklik/shared/deadline/calendar/russia";
import { dueDatesOf } from "@otklik/shared/deadline/due";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import { DEFAULT_TOPICS, sayTopic } from "@otklik/shared/messages/topic/index";
import { LOCALES } from "@otklik/shared/people/locale";
import { describe, expect, it } from "vitest";
import { inventComplaint, type SeedScene, STAGES, type Stage } from "./invent-complaint";
import { inventText } from "./invent-text";
import { createRandom } from "./random";

const ZONE = "Europe/Moscow";
const TOPICS = DEFAULT_TOPICS.map((topic, ordinal) => ({
  id: `00000000-0000-4000-8000-00000000000${ordinal}`,
  name: sayTopic("ru", topic),
}));

describe("inventComplaint", () => {
  const invented = inventMany("2026-11-20T11:00:00.000Z", 1_000);

  it("makes clips that the register takes", () => {
    for (const { complaint } of invented) {
      expect(registerComplaintSchema.safeParse(complaint).error).toBeUndefined();
    }
  });

  it("is varied: both languages, every kind, channel and topic, some anonymous, hardly a text twice", () => {
    const texts = invented.map(({ complaint }) => complaint.clip.narrative);
    expect(new Set(texts).size).toBeGreaterThan(980);
    expect(texts.filter((text) => /[а-яё]/.test(text)).length).toBeGreaterThan(500);
    expect(texts.filter((text) => !/[а-яё]/.test(text)).length).toBeGreaterThan(200);
    expect(new Set(invented.map(({ complaint }) => complaint.kind)).size).toBe(4);
    expect(new Set(invented.map(({ complaint }) => complaint.clip.channel)).size).toBe(9);
    expect(new Set(invented.map(({ complaint }) => complaint.topicId)).size).toBe(TOPICS.length);
    const anonymous = invented.filter(({ complaint }) => complaint.anonymous);
    expect(anonymous.length).toBeGreaterThan(20);
    expect(anonymous.every(({ complaint }) => complaint.clip.author.name === null)).toBe(true);
  });

  it("names only addresses that can belong to nobody", () => {
    const urls = invented.flatMap(({ complaint: { clip } }) => [
      clip.page.url,
      clip.permalink,
      clip.author.profileUrl,
    ]);
    expect(urls.filter((url) => url !== null && !new URL(url).hostname.endsWith(".example"))).toEqual([]);
  });

  it("makes the same by the same seed, and another by another", () => {
    const make = (seed: string) =>
      inventComplaint("id", "closed", sceneAt("2026-11-20T11:00:00.000Z"), createRandom(seed));
    expect(make("one")).toEqual(make("one"));
    expect(make("one")).not.toEqual(make("two"));
  });

  it.each([
    ["a working day", "2026-11-20T11:00:00.000Z"],
    ["a Sunday", "2026-11-22T05:00:00.000Z"],
    ["the end of the New Year holidays", "2026-01-12T07:00:00.000Z"],
    ["the last minute of a day", "2026-11-20T20:59:30.000Z"],
    ["the first instant of a day", "2026-11-20T21:00:00.000Z"],
  ])("on %s shows what is overdue, due today and not yet due", (_day, now) => {
    for (const { stage, complaint, done } of inventMany(now, 200)) {
      expect(Date.parse(complaint.clip.capturedAt)).toBeLessThanOrEqual(Date.parse(now));
      const facts = { ...complaint, channel: complaint.clip.channel, bases: [] };
      const dates = { receivedAt: complaint.clip.capturedAt, registeredAt: now };
      const owed = dueDatesOf({ ...facts, ...dates }, ruDefault, russia, ZONE).filter(
        ({ clock }) => !done.some((each) => each === clock),
      );
      const [next] = owed;
      expect(stageOf(next, now), `${stage} ${complaint.clip.capturedAt}`).toBe(
        stage === "in_time" && next === undefined ? "closed" : stage,
      );
    }
  });
});

describe("inventText", () => {
  it("fills every gap of every sentence, in both languages", () => {
    const random = createRandom("gaps");
    for (const locale of LOCALES) {
      for (const kind of COMPLAINT_KINDS) {
        for (const topic of DEFAULT_TOPICS) {
          for (let i = 0; i < 40; i++) {
            const { narrative, remedySought, pages } = inventText(random, locale, kind, topic);
            expect(`${narrative}${remedySought ?? ""}${Object.values(pages).join()}`).not.toMatch(/[{}]/);
            expect(/[а-яё]/.test(narrative)).toBe(locale === "ru");
          }
        }
      }
    }
  });
});

function inventMany(now: string, count: number) {
  const random = createRandom(now);
  return Array.from({ length: count }, (_, ordinal) => {
    const stage = STAGES[ordinal % STAGES.length] ?? "in_time";
    return { stage, ...inventComplaint(random.uuid(), stage, sceneAt(now), random) };
  });
}

function sceneAt(now: string): SeedScene {
  return { now: new Date(now), zone: ZONE, topics: TOPICS };
}

function stageOf(next: { dueAt: string } | undefined, now: string): Stage {
  if (next === undefined) return "closed";
  if (next.dueAt <= now) return "overdue";
  const lastMoment = new Date(Date.parse(next.dueAt) - 1).toISOString();
  return localDateOf(lastMoment, ZONE) === localDateOf(now, ZONE) ? "due_today" : "in_time";
}
