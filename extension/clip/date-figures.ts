/** A time of day as it is written. */
export interface WrittenClock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  /** IANA name of the zone that is named beside it. */
  readonly zone: string | null;
  /** East of UTC, where it is written so. */
  readonly offsetMinutes: number | null;
}

/** The hours and minutes of a zone behind a sign are no time of day. */
const CLOCK =
  /(?<!\d|(?:utc|gmt|:\d\d) ?[+-])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,6})?(?![\d:])(?: ?([ap])\.? ?m\b\.?)?/g;
const HOUR_ALONE = /(?<!\d)(\d{1,2}) ?([ap])\.?m\b\.?/;
/** Right behind the time. */
const ZONE =
  /^ ?\(?(?:(utc|gmt)? ?([+-])(\d{1,2})(?::?(\d{2}))?(?![\d.-])|(utc|gmt|мск|msk|z|[ecmp][sd]t|cest|cet)(?![\p{L}\d]))\)?/u;

/**
 * Hours east of UTC: those of RFC 5322, and the two of middle Europe. Null for names that other countries' clocks go by
 * too: China's and Cuba's, Cuba's summer, the Philippines'.
 */
const OFFSETS: Readonly<Record<string, number | null>> = {
  est: -5,
  edt: -4,
  cst: null,
  cdt: null,
  mst: -7,
  mdt: -6,
  pst: null,
  pdt: -7,
  cet: 1,
  cest: 2,
};

/**
 * Takes the one time of day out of words.
 *
 * @returns null where two are written, or one that no clock shows
 */
export function takeClock(words: string): { time: WrittenClock | null; rest: string } | null {
  const found = [...words.matchAll(CLOCK)];
  if (found.length > 1) return null;
  const [clock = null] = found;
  const alone = clock === null ? HOUR_ALONE.exec(words) : null;
  const match = clock ?? alone;
  if (match === null) return { time: null, rest: words };
  const behind = words.slice(match.index + match[0].length);
  const zone = ZONE.exec(behind);
  const half = clock === null ? alone?.[2] : clock[4];
  const hour = onTwentyFour(Number(match[1]), half);
  const minute = clock === null ? 0 : Number(clock[2]);
  const second = clock?.[3] === undefined ? null : Number(clock[3]);
  if (hour === null || minute > 59 || (second ?? 0) > 59) return null;
  const time = { hour, minute, second, ...zoneOf(zone) };
  return { time, rest: `${words.slice(0, match.index)} ${behind.slice(zone?.[0].length ?? 0)}` };
}

function onTwentyFour(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

function zoneOf(match: RegExpExecArray | null): Pick<WrittenClock, "zone" | "offsetMinutes"> {
  if (match === null) return { zone: null, offsetMinutes: null };
  const [, , sign, hours, minutes = "0", name] = match;
  const hoursEast = OFFSETS[name ?? ""];
  if (hoursEast === null) return { zone: null, offsetMinutes: null };
  if (hoursEast !== undefined) return { zone: null, offsetMinutes: hoursEast * 60 };
  if (name !== undefined)
    return { zone: /мск|msk/.test(name) ? "Europe/Moscow" : "UTC", offsetMinutes: null };
  const length = Number(hours) * 60 + Number(minutes);
  return length > 14 * 60
    ? { zone: null, offsetMinutes: null }
    : { zone: null, offsetMinutes: sign === "-" ? -length : length };
}

interface FigureDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/**
 * Takes a day in figures out of words: `2026-11-18`, `18.11.2026`, `18.11.26`, `18/11/2026`, and `18.11` beside a time.
 *
 * @returns null where it may be read two ways: in `03/04/2026` either may be the month
 */
export function takeNumericDay(
  words: string,
  hasTime: boolean,
): { day: FigureDay | null; rest: string } | null {
  const yearFirst = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(words);
  if (yearFirst !== null) {
    const [, year, , month, day] = yearFirst.map(Number);
    return { day: { year: year ?? 0, month: month ?? 0, day: day ?? 0 }, rest: without(words, yearFirst) };
  }
  const yearLast = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(words);
  if (yearLast !== null) {
    const [, first = "", sign, second = "", year = ""] = yearLast;
    const order = dayAndMonth(Number(first), Number(second), sign ?? "");
    if (order === null) return null;
    return { day: { ...order, year: yearOf(year) }, rest: without(words, yearLast) };
  }
  const noYear = hasTime ? /(?<!\d)(\d{1,2})\.(\d{2})\.?(?![\d.])/.exec(words) : null;
  if (noYear === null) return { day: null, rest: words };
  return {
    day: { year: null, day: Number(noYear[1]), month: Number(noYear[2]) },
    rest: without(words, noYear),
  };
}

/** With full stops the day stands first everywhere; with other signs only a number above 12 tells. */
function dayAndMonth(first: number, second: number, sign: string): Pick<FigureDay, "day" | "month"> | null {
  if (sign === "." || first > 12 || first === second) return { day: first, month: second };
  return second > 12 ? { day: second, month: first } : null;
}

/** Of two digits: nobody posted before 1970. */
function yearOf(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function without(words: string, match: RegExpExecArray): string {
  return `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`;
}
