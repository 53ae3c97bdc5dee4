import type { Locale } from "@otklik/shared/people/locale";

/** A file's size for people, in kilobytes or megabytes of a thousand each. */
export function saySize(locale: Locale, bytes: number): string {
  const isBig = bytes >= 1_000_000;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: isBig ? "megabyte" : "kilobyte",
    maximumFractionDigits: isBig ? 1 : 0,
  }).format(isBig ? bytes / 1_000_000 : Math.max(1, bytes / 1_000));
}
