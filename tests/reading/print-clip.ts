import type { CapturedPage, CapturedPost, CaptureNote } from "@otklik/extension/clip/captured-page";
import type { PostedAt } from "@otklik/shared/complaint/clip";
import { CLIP_FIELDS, type ClipField } from "@otklik/shared/complaint/clip-fields";
import type { Locale } from "@otklik/shared/people/locale";
import { sayReading } from "./messages";

const LABEL_WIDTH = 12;

/** A clip as a person reads it: each field with its source and how far it may be trusted, or why it is empty. */
export function printClip(page: CapturedPage, locale: Locale): string {
  const head: readonly (readonly [label: string, value: string])[] = [
    [sayReading(locale, "address"), page.url],
    [sayReading(locale, "title"), page.title],
    [sayReading(locale, "adapter"), page.adapter],
    [sayReading(locale, "channel"), page.channel],
    [sayReading(locale, "notes"), page.notes.join(", ")],
  ];
  return [
    ...head.filter(([, value]) => value !== "").map(([label, value]) => line(label, shown(value))),
    "",
    ...postLines(page, locale),
    ...page.more.flatMap((post) => ["", ...postLines(post, locale)]),
  ].join("\n");
}

/** The same of a mail file, which is no page. */
export function printMail(post: CapturedPost, notes: readonly CaptureNote[], locale: Locale): string {
  const head = notes.length === 0 ? [] : [line(sayReading(locale, "notes"), notes.join(", ")), ""];
  return [...head, ...postLines(post, locale)].join("\n");
}

function postLines(post: CapturedPost, locale: Locale): string[] {
  const fields = CLIP_FIELDS.map((field) => fieldLine(post, field, locale));
  return post.permalinkKey === null
    ? fields
    : [...fields, line(sayReading(locale, "key"), shown(post.permalinkKey))];
}

function fieldLine(post: CapturedPost, field: ClipField, locale: Locale): string {
  const label = sayReading(locale, field);
  const source = post.sources[field];
  const value = shownField(post, field, locale);
  if (value === null || source === undefined) {
    const reason = sayReading(locale, post.missing[field] ?? "not_shown");
    return line(label, sayReading(locale, "none", { reason }));
  }
  const trust = sayReading(locale, post.confidence[field] ?? "unsure");
  return line(label, `${value}  [${source}, ${trust}]`);
}

function shownField(post: CapturedPost, field: ClipField, locale: Locale): string | null {
  const value = post[field];
  if (value === null) return null;
  if (typeof value === "string") return shown(value);
  if (field === "postedAt" && post.postedAt !== null) return shown(saidTime(post.postedAt, locale));
  return shown(
    field === "author" && post.author !== null
      ? Object.values(post.author)
          .filter((part) => part !== null)
          .join(" · ")
      : JSON.stringify(value),
  );
}

/** The time as far as it is known, in this machine's zone, and what the page itself shows. */
function saidTime({ at, day, precision, zoneKnown, raw }: PostedAt, locale: Locale): string {
  const calendar = { year: "numeric", month: "long", day: "numeric" } as const;
  const clock = { hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const;
  const seconds = precision === "exact" ? ({ second: "2-digit" } as const) : {};
  const format = (options: Intl.DateTimeFormatOptions, date: string) =>
    new Intl.DateTimeFormat(locale, { ...calendar, ...options }).format(new Date(date));
  const date =
    at !== null
      ? format({ ...clock, ...seconds }, at)
      : day === undefined
        ? sayReading(locale, "not_understood")
        : format({ timeZone: "UTC" }, day);
  return [
    date,
    precision === "relative" && sayReading(locale, "roughly"),
    zoneKnown === false && sayReading(locale, "zone_assumed"),
    raw !== null && sayReading(locale, "page_says", { raw }),
  ]
    .filter((part) => part !== false)
    .join(" · ");
}

function line(label: string, value: string): string {
  return `${label.padEnd(LABEL_WIDTH)} ${value.replaceAll("\n", `\n${" ".repeat(LABEL_WIDTH + 1)}`)}`;
}

/** A page's words must not move the terminal's cursor. */
function shown(text: string): string {
  return text.replace(/[^\P{C}\n\u200d]/gu, "�");
}
