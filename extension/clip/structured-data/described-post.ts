import { beginAlike } from "../alike-fields";
import { bareWords } from "../bare-words";
import type { PostFields } from "../captured-page";
import { isSamePage } from "../web-address";

/** A post as a page describes it, with what it is known again by in the page. */
export interface DescribedPost {
  readonly fields: PostFields;
  /** Compared with the words of the post on the page; null when the description has none. */
  readonly words: string | null;
  /** The part of the page that it names, `comment-12` of `#comment-12`; null when it names none. */
  readonly anchor: string | null;
}

/** What is known of the post that is meant. */
export interface KnownPost {
  readonly words: string | null;
  readonly permalink: string | null;
  /** Of its elements on the page. */
  readonly ids?: readonly string[];
  readonly author?: PostFields["author"];
  readonly postedAt?: PostFields["postedAt"];
  /** It is the page's main post. */
  readonly isMain: boolean;
}

/**
 * The description of the post that is meant: the one whose words are the post's own, whose address is the permalink,
 * which names the post's element, or whose author and time are the post's. A lone description without words is taken
 * for the main post alone.
 */
export function describedPost(posts: readonly DescribedPost[], known: KnownPost): PostFields | null {
  const ways: readonly ((post: DescribedPost) => boolean)[] = [
    ({ words }) => areSameWords(words, known.words),
    ({ fields }) => areSameAddress(fields.permalink, known.permalink),
    ({ anchor }) => anchor !== null && known.ids?.includes(anchor) === true,
    ({ fields }) => areSameAuthorAndTime(fields, known),
  ];
  for (const isMeant of ways) {
    const [found, other] = distinct(posts.filter(isMeant));
    if (found !== undefined && other === undefined) return found.fields;
  }
  const [only, another] = distinct(posts);
  const isLone = another === undefined && only !== undefined && (only.words === null || known.words === null);
  return isLone && known.isMain ? only.fields : null;
}

/** Many pages describe the same post twice, in the same words. */
function distinct(posts: readonly DescribedPost[]): DescribedPost[] {
  return [...new Map(posts.map((post) => [JSON.stringify(post), post])).values()];
}

function areSameWords(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && beginAlike(a, b);
}

/** Comments of one page differ by the fragment alone. */
function areSameAddress(a: string | null, b: string | null): boolean {
  if (a === null || b === null || !isSamePage(a, b)) return false;
  const [one, other] = [new URL(a).hash, new URL(b).hash];
  return one === other;
}

function areSameAuthorAndTime(fields: PostFields, known: KnownPost): boolean {
  const [name, time] = [fields.author?.name, fields.postedAt];
  const [knownName, knownTime] = [known.author?.name, known.postedAt];
  if (!name || !knownName || bareWords(name) !== bareWords(knownName)) return false;
  if (time?.at && knownTime?.at) return Math.abs(Date.parse(time.at) - Date.parse(knownTime.at)) < 60_000;
  return time?.day !== undefined && time.day === knownTime?.day;
}
