/** What the page does with spaces: one for many, the same but keeping line breaks, or all kept. */
export type Spaces = "collapse" | "keep-lines" | "keep";

/** Collects words; line breaks that blocks ask for are written only between words. */
export class LineWriter {
  private out = "";
  private breaks = 0;
  private space = false;

  get length(): number {
    return this.out.length;
  }

  block(gap: 0 | 1 | 2): void {
    this.breaks = Math.max(this.breaks, gap);
  }

  newLine(): void {
    this.flush();
    this.out += "\n";
  }

  /** A line of its own. */
  line(value: string): void {
    this.block(1);
    this.words(value);
    this.block(1);
  }

  text(value: string, spaces: Spaces): void {
    if (spaces === "keep") this.asItIs(value);
    else if (spaces === "collapse") this.words(value);
    else {
      for (const [index, line] of value.split("\n").entries()) {
        if (index > 0) this.newLine();
        this.words(line);
      }
    }
  }

  end(): string | null {
    const text = tidyText(this.out);
    return text === "" ? null : text;
  }

  private words(value: string): void {
    const words = value.replace(/[ \t\r\n\f]+/g, " ");
    if (words === "" || words === " ") {
      this.space ||= words === " ";
      return;
    }
    this.space ||= words.startsWith(" ");
    this.flush();
    this.out += words.replace(/^ | $/g, "");
    this.space = words.endsWith(" ");
  }

  private asItIs(value: string): void {
    if (value === "") return;
    this.flush();
    this.out += value;
  }

  private flush(): void {
    if (this.breaks > 0 && this.out !== "") {
      const have = /\n*$/.exec(this.out)?.[0].length ?? 0;
      this.out += "\n".repeat(Math.max(0, this.breaks - have));
    } else if (this.space && this.out !== "" && !/\s$/.test(this.out)) {
      this.out += " ";
    }
    this.breaks = 0;
    this.space = false;
  }
}

/**
 * NFC, no control characters but the line break, no broken surrogates, at most one empty line in a row. A first line of
 * nothing but commas and dots stood between an author and a time that are read by themselves.
 */
export function tidyText(value: string): string {
  return value
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[^\P{Cc}\n]/gu, "")
    .replace(/[ \u00a0]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^[\s,;:·•|]+\n/, "")
    .trim();
}
