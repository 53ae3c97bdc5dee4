import { isQuotedLine, quoteHeadingAt } from "./quote-headings";

/** Stands where a quotation was taken out between two parts of the new text. */
const LEFT_OUT = "[…]";
/** Of a quotation that is answered below it; the last lines are those that the answer is to. */
const KEPT_QUOTE_LINES = 8;
/** What follows "-- " is a signature only when it is short. */
const SIGNATURE_LINES = 12;

interface Run {
  readonly isNew: boolean;
  readonly lines: readonly string[];
}

/**
 * The new text of a plain mail: without the mail that it answers or forwards, and without a signature below `-- `.
 *
 * - What stands below or between quotations is new text too, and kept. Where several answers stand between quoted
 *   lines, these stay with their `>`: an answer without its question says something else.
 * - A mail that says nothing new, such as a bare forward, is given whole.
 *
 * Every expression used looks at a line of bounded length and has no quantifier within another.
 */
export function stripQuotedText(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const words = keptLines(runsOf(lines)).join("\n");
  return words.replace(/\n{3,}/g, "\n\n").trim() || text.trim();
}

/**
 * New lines and quoted ones in turn, up to where a quoted mail begins whose lines nothing marks. Empty lines part
 * nothing. None when such a mail is all there is.
 */
function runsOf(lines: readonly string[]): Run[] {
  const runs: { isNew: boolean; lines: string[] }[] = [];
  const add = (isNew: boolean, line: string) => {
    const last = runs.at(-1);
    if (last?.isNew === isNew || (last !== undefined && line.trim() === "")) last.lines.push(line);
    else if (line.trim() !== "") runs.push({ isNew, lines: [line] });
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isQuotedLine(line)) {
      add(false, line);
      continue;
    }
    const heading = quoteHeadingAt(lines, at);
    if (heading === null) {
      add(true, line);
      continue;
    }
    const next = lines.slice(at + heading.lines).find((other) => other.trim() !== "");
    const isMarked = next !== undefined && isQuotedLine(next);
    if (!isMarked && !heading.isSure) {
      add(true, line);
      continue;
    }
    const above = runs.at(-1);
    if (above?.isNew) above.lines = withoutRule(above.lines);
    if (above?.lines.length === 0) runs.pop();
    if (isMarked) at += heading.lines - 1;
    else if (runs.some(({ isNew }) => isNew)) break;
    else return [];
  }
  return runs.map((run) => ({
    ...run,
    lines: run.isNew ? withoutSignature(withoutUnderline(run.lines)) : run.lines,
  }));
}

/** The line that programs draw where a mail ends, with nothing said below it. */
function withoutUnderline(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => !/^[\s_]{0,200}$/.test(line)) + 1;
  return lines.slice(0, end);
}

/**
 * The line that a program draws above the quoted mail, and what Yandex Mail says below it before who wrote. Only for
 * lines that stand right above such a heading: anywhere else they are the author's.
 */
function withoutRule(lines: readonly string[]): string[] {
  const isOf = /^[\s_-]{0,200}$|^(?:кому|копия|тема|to|cc|subject): .{0,400};$/iu;
  const end = lines.findLastIndex((line) => !isOf.test(line)) + 1;
  return lines.slice(0, end);
}

function keptLines(runs: readonly Run[]): string[] {
  const first = runs.findIndex(({ isNew }) => isNew);
  const last = runs.findLastIndex(({ isNew }) => isNew);
  if (first === -1) return [];
  const isInterleaved = runs.some(({ isNew }, index) => isNew && index > 0 && index < runs.length - 1);
  return runs.slice(isInterleaved ? 0 : first, last + 1).flatMap(({ isNew, lines }) => {
    if (isNew) return [...lines, ""];
    return isInterleaved ? [...endOfQuote(lines), ""] : [LEFT_OUT, ""];
  });
}

function endOfQuote(lines: readonly string[]): string[] {
  const words = lines.filter((line) => line.replace(/[>\s]/g, "") !== "");
  return words.length <= KEPT_QUOTE_LINES
    ? words
    : [`> ${LEFT_OUT}`, ...words.slice(words.length - KEPT_QUOTE_LINES)];
}

function withoutSignature(lines: readonly string[]): string[] {
  const at = lines.findLastIndex((line) => /^-- ?$/.test(line));
  const isShort = lines.slice(at + 1).filter((line) => line.trim() !== "").length <= SIGNATURE_LINES;
  const isBelowWords = lines.slice(0, Math.max(at, 0)).some((line) => line.trim() !== "");
  return at !== -1 && isShort && isBelowWords ? lines.slice(0, at) : [...lines];
}
