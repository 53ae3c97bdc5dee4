/** A longer line is nobody's heading; it also bounds what the expressions below look at. */
const LONGEST_HEADING = 500;
/** Some programs break "On … wrote:" over this many lines. */
const MOST_HEADING_LINES = 4;

/** What opens the quoted mail, by how sure it is that the quoted mail follows although nothing marks its lines. */
export interface QuoteHeading {
  readonly lines: number;
  readonly isSure: boolean;
}

const SEPARATOR =
  /^[-_=*]{2,30} {0,5}(?:original message|original appointment|forwarded message|reply message|исходное сообщение|исходное письмо|пересылаемое сообщение|пересылаемое письмо|пересланное сообщение|пересланное письмо|перенаправленное сообщение|начало пересылаемого сообщения|начало переадресованного сообщения) {0,5}[-_=*]{2,30}$/iu;
const FORWARD_OPENS =
  /^(?:begin forwarded message|начало пересылаемого сообщения|начало переадресованного сообщения) ?:$/iu;

/** "---- Somebody wrote ----", as webmails and telephones have it. */
const RULED_SAYS =
  /^[-_=*]{2,30} ?\S[^\n]{2,200} (?:wrote|пишет|писал[аи]?|написал[аи]?) ?:? ?[-_=*]{2,30}$/iu;

const WHEN = /^\*?(?:sent|date|отправлено|дата) ?\*?:/iu;
const HEADERS: readonly (readonly [string, RegExp])[] = [
  ["from", /^\*?(?:from|от|от кого) ?\*?:/iu],
  ["when", WHEN],
  ["to", /^\*?(?:to|кому) ?\*?:/iu],
  ["subject", /^\*?(?:subject|тема) ?\*?:/iu],
];
/** Copies and folded addresses may stand between the headers. */
const HEADER_SPAN = 7;

const ADDRESS = /[^\s<>@[\]()]{1,64}@[^\s<>@[\]()]{1,190}/u;
const BRACKETED_ADDRESS = /[<[(](?:mailto:)?[^\s<>@[\]()]{1,64}@[^\s<>@[\]()]{1,190}[>\])]/u;
const TIME = /(?:^|[^\d:])\d{1,2}[:.]\d{2}(?![.\d]*\.\d{4})/u;
const CLOCK = /(?:^|\D)\d{1,2}:\d{2}(?:\D|$)/u;
const YEAR = /(?:^|\D)(?:19|20)\d{2}(?!\d)/u;
const SAYS =
  /(?:^|[\s,])(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|пишет|(?:на)?писал(?:а|и|о|\(а\)|\(-а\)|\/а)?|вы писали [^:]{0,60}(?::\d{2}){0,2}) ?:$/iu;
const OPENS =
  /^(?:on |le |am |el |\d{1,2}[./ ]|\d{4}-\d{2}|(?:пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}[,.]? )/iu;

/** Whether a line is quoted, as mail programs mark it. */
export function isQuotedLine(line: string): boolean {
  return /^ {0,3}>/.test(line);
}

/** The heading of a quoted mail that begins at a line: a rule with words, From/Sent/To/Subject, "On … wrote:". */
export function quoteHeadingAt(lines: readonly string[], at: number): QuoteHeading | null {
  const line = headingLine(lines[at]);
  if (line === null) return null;
  if (SEPARATOR.test(line) || FORWARD_OPENS.test(line) || RULED_SAYS.test(line)) {
    const next = at + 1;
    return { lines: 1 + headerLines(lines, next), isSure: true };
  }
  const headers = headerName(lines[at - 1]) === null ? headerLines(lines, at) : 0;
  if (headers === 0) return attributionAt(lines, at);
  // A claim may begin with a head of its own; a program's tells the minute or an address.
  const head = lines.slice(at, at + headers);
  const isMails = head.some((one) => ADDRESS.test(one) || (WHEN.test(one.trim()) && CLOCK.test(one)));
  return isMails ? { lines: headers, isSure: true } : null;
}

/**
 * Whether the last lines say who wrote what follows. Asked of a quotation that nothing else marks as one, so a
 * mere "at 10:00 I was told:" does not count.
 */
export function endsInAttribution(lines: readonly string[]): boolean {
  const end = lines.findLastIndex((line) => line.trim() !== "") + 1;
  for (let count = 1; count <= Math.min(MOST_HEADING_LINES, end); count++) {
    const heading = attributionAt(lines.slice(0, end), end - count);
    if (heading?.lines === count) {
      const words = lines
        .slice(end - count, end)
        .join(" ")
        .trim();
      if (heading.isSure || (SAYS.test(words) && /\d/.test(words))) return true;
    }
  }
  return false;
}

/** How many lines the header block takes that begins here; 0 when it is none. */
function headerLines(lines: readonly string[], at: number): number {
  if (headerName(lines[at]) === null) return 0;
  const found = new Set<string>();
  let last = at;
  for (let index = at; index < Math.min(at + HEADER_SPAN, lines.length); index++) {
    const name = headerName(lines[index]);
    if (name === null) continue;
    found.add(name);
    last = index;
  }
  const isBlock = found.has("from") && found.has("when") && (found.has("to") || found.has("subject"));
  return isBlock ? last - at + 1 : 0;
}

function headerName(raw: string | undefined): string | null {
  const line = headingLine(raw);
  return line === null ? null : (HEADERS.find(([, label]) => label.test(line))?.[0] ?? null);
}

function attributionAt(lines: readonly string[], at: number): QuoteHeading | null {
  let words = "";
  for (let count = 1; count <= MOST_HEADING_LINES; count++) {
    const line = headingLine(lines[at + count - 1]);
    if (line === null || (count === 2 && !OPENS.test(words))) return null;
    words = words === "" ? line : `${words} ${line}`;
    if (words.length > LONGEST_HEADING) return null;
    if (!words.endsWith(":")) continue;
    const says = SAYS.test(words);
    const isDated = TIME.test(words) || YEAR.test(words);
    if (BRACKETED_ADDRESS.test(words) && (says || isDated)) return { lines: count, isSure: true };
    if (says || isDated || ADDRESS.test(words)) return { lines: count, isSure: false };
  }
  return null;
}

/** A line as far as it may be a heading; null when it is empty, quoted or too long. */
function headingLine(raw: string | undefined): string | null {
  if (raw === undefined || raw.length > LONGEST_HEADING || isQuotedLine(raw)) return null;
  return raw.replaceAll("\u00a0", " ").trim() || null;
}
