import type { Author, Clip } from "@otklik/shared/complaint/clip";
import type { RegisterComplaint, Topic } from "@otklik/shared/complaint/complaint";
import {
  CHANNELS,
  type Channel,
  COMPLAINT_KINDS,
  type ComplaintKind,
} from "@otklik/shared/complaint/vocabulary";
import { dayEndsFrom } from "@otklik/shared/deadline/time/zone";
import { OWED_CLOCKS, type OwedClock } from "@otklik/shared/deadline/vocabulary";
import { DEFAULT_TOPICS, sayTopic } from "@otklik/shared/messages/topic/index";
import { LOCALES, type Locale } from "@otklik/shared/people/locale";
import { type InventedText, inventText } from "./invent-text";
import type { SeedTopic } from "./phrases";
import type { Random } from "./random";

/** How far an invented complaint has got; they come in turn, so that a few show every state. */
export const STAGES = ["overdue", "due_today", "in_time", "closed", "in_time"] as const;
export type Stage = (typeof STAGES)[number];

/** Where and when it is invented. */
export interface SeedScene {
  readonly now: Date;
  /** The organisation's, IANA name. */
  readonly zone: string;
  /** The organisation's own. */
  readonly topics: readonly Topic[];
}

export interface InventedComplaint {
  readonly complaint: RegisterComplaint;
  /** The clocks whose event has come, if they run on it; the answer last. */
  readonly done: readonly OwedClock[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Channels whose first response is owed within 24 hours. */
const UNHURRIED: readonly Channel[] = ["email", "webmail", "web", "web_form", "in_person", "post"];

/** Makes one complaint by invented people; the same chance in the same scene makes the same one. */
export function inventComplaint(
  id: string,
  stage: Stage,
  scene: SeedScene,
  random: Random,
): InventedComplaint {
  const plan = planOf(random, stage, scene);
  const locale = random.chance(0.7) ? "ru" : "en";
  const topic = random.pick(DEFAULT_TOPICS);
  const text = inventText(random, locale, plan.kind, topic);
  return {
    complaint: {
      id,
      kind: plan.kind,
      topicId: topicId(scene.topics, topic),
      anonymous: plan.anonymous,
      remedySought: text.remedySought,
      clip: inventClip(random, plan, text),
    },
    done: plan.done,
  };
}

interface Plan {
  readonly kind: ComplaintKind;
  readonly channel: Channel;
  readonly anonymous: boolean;
  readonly capturedAt: Date;
  readonly done: readonly OwedClock[];
}

function planOf(random: Random, stage: Stage, scene: SeedScene): Plan {
  const now = scene.now.getTime();
  const ago = (milliseconds: number) => new Date(now - milliseconds);
  switch (stage) {
    case "overdue":
      // Long enough ago for three working days to have passed, even over the New Year.
      return {
        kind: "general",
        channel: random.pick(CHANNELS),
        anonymous: false,
        capturedAt: ago(random.int(18, 30) * DAY + random.int(0, 10) * HOUR),
        done: random.chance(0.7) ? ["first_response", "term_notice"] : ["term_notice"],
      };
    case "due_today":
      return {
        kind: random.pick(["general", "claim", "service"]),
        channel: random.pick(UNHURRIED),
        anonymous: false,
        capturedAt: new Date(laterToday(random, scene) - DAY),
        done: ["term_notice"],
      };
    case "in_time": {
      const anonymous = random.chance(0.2);
      return {
        kind: random.pick(["claim", "service", "suggestion"]),
        channel: random.pick(CHANNELS),
        anonymous,
        capturedAt: ago(random.int(2, 5 * 60) * MINUTE),
        done:
          random.chance(0.4) && !anonymous
            ? ["first_response", "term_notice", "triage"]
            : ["first_response", "term_notice"],
      };
    }
    case "closed":
      return {
        kind: random.pick(COMPLAINT_KINDS),
        channel: random.pick(CHANNELS),
        anonymous: random.chance(0.1),
        capturedAt: ago(random.int(1, 20) * DAY + random.int(0, 10) * HOUR),
        done: OWED_CLOCKS,
      };
  }
}

/** An instant between now and the end of the local day. */
function laterToday(random: Random, { now, zone }: SeedScene): number {
  const [dayEnd = ""] = dayEndsFrom(now.toISOString(), zone, 1);
  return random.int(now.getTime() + 1, Date.parse(dayEnd));
}

function inventClip(random: Random, plan: Plan, text: InventedText): Clip {
  const place = placeOf(random, plan.channel, text);
  const postedAt = new Date(plan.capturedAt.getTime() - random.int(1, 90) * MINUTE);
  return {
    narrative: text.narrative,
    author: plan.anonymous ? NOBODY : { ...NOBODY, name: text.name, ...place.author },
    permalink: place.isPublic ? place.url : null,
    permalinkKey: null,
    postedAt: place.isPublic
      ? { at: postedAt.toISOString(), precision: "minute", raw: null }
      : { at: null, precision: "unknown", raw: null },
    page: { title: place.title, url: place.url },
    channel: plan.channel,
    capturedAt: plan.capturedAt.toISOString(),
    adapter: "any-page",
    sources: { narrative: "selection" },
    evidence: [],
  };
}

const NOBODY: Author = { name: null, handle: null, profileUrl: null, platformId: null };

interface Place {
  readonly url: string;
  readonly title: string;
  /** Whether anybody may open it. */
  readonly isPublic: boolean;
  readonly author: Partial<Author>;
}

/** Addresses under `.example`, which can belong to nobody. */
function placeOf(random: Random, channel: Channel, text: InventedText): Place {
  const ordinal = random.int(10_000, 99_999);
  switch (channel) {
    case "social": {
      const profileUrl = `https://social.example/@${text.handle}`;
      const author = { handle: `@${text.handle}@social.example`, profileUrl };
      return { url: `${profileUrl}/${ordinal}`, title: text.pages.social, isPublic: true, author };
    }
    case "review":
    case "web":
      return {
        url: `https://reviews.example/shop/${ordinal}`,
        title: text.pages.review,
        isPublic: true,
        author: {},
      };
    case "webmail":
    case "email":
    case "web_form": {
      const author = { handle: `${text.handle}@mail.example` };
      return {
        url: `https://mail.example/inbox/${ordinal}`,
        title: text.pages.inbox,
        isPublic: false,
        author,
      };
    }
    case "phone":
    case "in_person":
    case "post":
      return {
        url: `https://desk.example/notes/${ordinal}`,
        title: text.pages.desk,
        isPublic: false,
        author: {},
      };
  }
}

/** The organisation's own topic of that name, in whichever language it was set up; null when it has none. */
function topicId(topics: readonly Topic[], topic: SeedTopic): string | null {
  const names = LOCALES.map((locale: Locale) => sayTopic(locale, topic));
  return topics.find(({ name }) => names.includes(name))?.id ?? null;
}
