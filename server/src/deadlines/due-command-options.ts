/** Words that cannot be read or counted; the message is one sentence that says why. */
export class DueRefusal extends Error {}

/** Of a complaint, then of a bare term, then of both. */
const VALUES = [
  "received",
  "registered",
  "request-sent",
  "reply-received",
  "closed",
  "kind",
  "channel",
  "basis",
  "regulation",
  "unit",
  "n",
  "from",
  "roll",
  "calendar",
  "zone",
  "lang",
] as const;
const FLAGS = ["anonymous", "json", "help"] as const;
type ValueName = (typeof VALUES)[number];
type FlagName = (typeof FLAGS)[number];

/** What was typed, not yet understood. */
export interface DueOptions {
  readonly values: Readonly<Partial<Record<Exclude<ValueName, "basis">, string>>>;
  readonly bases: readonly string[];
  readonly flags: ReadonlySet<FlagName>;
}

/**
 * Reads `--name value`, `--name=value` and flags.
 *
 * @throws DueRefusal for an option that there is not, that is given twice or without its value
 */
export function readDueOptions(words: readonly string[]): DueOptions {
  const values = new Map<ValueName, string>();
  const bases: string[] = [];
  const flags = new Set<FlagName>();
  // Package managers hand on the `--` that keeps options from them.
  const rest = words[0] === "--" ? words.slice(1) : [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name = "", given] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const flag = FLAGS.find((candidate) => candidate === name);
    if (flag !== undefined && given === undefined) {
      flags.add(flag);
      continue;
    }
    const option = VALUES.find((candidate) => candidate === name);
    if (option === undefined) throw new DueRefusal(`There is no option ${quoted(word)}; see --help.`);
    const value = given ?? (rest[0]?.startsWith("--") === true ? undefined : rest.shift());
    if (value === undefined || value === "") throw new DueRefusal(`--${option} needs a value.`);
    if (option === "basis") bases.push(value);
    else if (values.has(option)) throw new DueRefusal(`--${option} is given twice.`);
    else values.set(option, value);
  }
  return { values: Object.fromEntries(values), bases, flags };
}

const LONGEST_QUOTE = 60;

/** What was typed, fit to be shown in a sentence on one line. */
export function quoted(typed: string): string {
  const line = typed.replace(/[\p{Cc}\s]+/gu, " ").trim();
  return `"${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).toWellFormed()}…` : line}"`;
}
