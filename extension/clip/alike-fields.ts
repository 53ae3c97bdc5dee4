import type { Author, PostedAt } from "@otklik/shared/complaint/clip";
import type { ClipField } from "@otklik/shared/complaint/clip-fields";
import { bareWords } from "./bare-words";
import type { PostFields } from "./captured-page";
import { isSamePage } from "./web-address";

const MINUTE_MS = 60_000;
/** Two readings of the same words begin alike; one of them may be cut. */
const HEAD = 200;
/** Letters and digits below which a part tells nothing. */
const FEW = 20;

/** Whether two readers say the same of a field. What neither says is no agreement. */
export function areAlike(field: ClipField, one: PostFields, other: PostFields): boolean {
  if (one[field] === null || other[field] === null) return false;
  if (field === "author") return isSamePerson(one.author, other.author);
  if (field === "postedAt") return isSameTime(one.postedAt, other.postedAt);
  const [a, b] = [one[field], other[field]];
  if (typeof a !== "string" || typeof b !== "string") return JSON.stringify(a) === JSON.stringify(b);
  return field === "permalink" ? isSamePage(a, b) : beginAlike(a, b);
}

/**
 * Whether words begin alike, case and signs aside; one of them may be cut. Few words stand in many others: they must be
 * the same.
 */
export function beginAlike(a: string, b: string): boolean {
  const [short = "", long = ""] = [bareWords(a), bareWords(b)].sort((x, y) => x.length - y.length);
  if (short.length < FEW) return short !== "" && short === long;
  return long.includes(short.slice(0, HEAD));
}

function isSamePerson(one: Author | null, other: Author | null): boolean {
  if (one === null || other === null) return false;
  const isSame = (a: string | null, b: string | null) =>
    a !== null && b !== null && bareWords(a) !== "" && bareWords(a) === bareWords(b);
  const isSameProfile =
    one.profileUrl !== null && other.profileUrl !== null && isSamePage(one.profileUrl, other.profileUrl);
  return isSame(one.name, other.name) || isSame(one.handle, other.handle) || isSameProfile;
}

function isSameTime(one: PostedAt | null, other: PostedAt | null): boolean {
  if (one?.at && other?.at) return Math.abs(Date.parse(one.at) - Date.parse(other.at)) <= MINUTE_MS;
  return one?.day !== undefined && one.day === other?.day;
}
