import type { CapturedPost } from "@otklik/extension/clip/captured-page";
import { isSameAuthor, isSameHead, isSameTime, isSameWhole } from "./compare-fields";
import type { Sample, Skipped } from "./samples";

/** How many pages that tell a field were read right. */
export interface Count {
  right: number;
  of: number;
  /** Of those that are not right: told nothing, which is honest, as against something wrong. */
  none: number;
}

export interface Counts {
  pages: number;
  readonly author: Count;
  readonly time: Count;
  readonly text: Count;
}

export interface Miss {
  readonly file: string;
  readonly field: "author" | "time" | "text";
  readonly expected: string;
  readonly got: CapturedPost["author" | "postedAt" | "narrative"];
}

export interface Accuracy {
  readonly channels: Record<string, Counts>;
  readonly all: Counts;
  /** Pages as their sites made them, and not by hand. */
  readonly real: Counts;
  readonly misses: Miss[];
  readonly skipped: readonly Skipped[];
}

/** Compares what was read with what is expected; a field that is not expected is not counted. */
export function countAccuracy(
  read: readonly { readonly sample: Sample; readonly post: CapturedPost }[],
  skipped: readonly Skipped[],
): Accuracy {
  const accuracy: Accuracy = { channels: {}, all: noCounts(), real: noCounts(), misses: [], skipped };
  for (const { sample, post } of read) {
    accuracy.channels[sample.channel] ??= noCounts();
    const counts = [accuracy.channels[sample.channel], accuracy.all, sample.real ? accuracy.real : undefined];
    const kept = counts.filter((one) => one !== undefined);
    for (const one of kept) one.pages++;
    for (const { field, expected, right, got } of judgements(sample, post)) {
      for (const one of kept) {
        one[field].of++;
        if (right) one[field].right++;
        else if (tellsNothing(got)) one[field].none++;
      }
      if (!right) accuracy.misses.push({ file: sample.file, field, expected, got });
    }
  }
  return accuracy;
}

function judgements(sample: Sample, post: CapturedPost): (Miss & { right: boolean })[] {
  const { file, author, time, text, wholeText } = sample;
  const { narrative } = post;
  const of = (
    field: Miss["field"],
    expected: string | null,
    right: (expected: string) => boolean,
    got: Miss["got"],
  ) => (expected === null ? [] : [{ file, field, expected, right: right(expected), got }]);
  return [
    ...of("author", author, (expected) => isSameAuthor(post.author, expected), post.author),
    ...of("time", time, (expected) => isSameTime(post.postedAt, expected), post.postedAt),
    ...(wholeText === null
      ? of("text", text, (expected) => isSameHead(narrative, expected), narrative)
      : of("text", wholeText, (expected) => isSameWhole(narrative, expected), narrative)),
  ];
}

function noCounts(): Counts {
  const none = (): Count => ({ right: 0, of: 0, none: 0 });
  return { pages: 0, author: none(), time: none(), text: none() };
}

/** No value, or a time of which only the words are known. */
function tellsNothing(got: CapturedPost["author" | "postedAt" | "narrative"]): boolean {
  return (
    got === null ||
    (typeof got === "object" && "precision" in got && got.at === null && got.day === undefined)
  );
}
