import type { Box } from "../../clip/captured-page";
import type { SnapshotPart } from "../../storage/database";

/** A picture whose bytes are looked for once the words are safe. */
export interface WantedPicture {
  readonly element: Element;
  /** A background goes among the attributes of its element, whose tag is open. */
  readonly isBackground: boolean;
  /** Absolute; empty when the page names none. */
  readonly url: string;
  readonly alt: string;
  /** CSS pixels, in the viewport. */
  readonly box: Box;
  readonly className: string;
  readonly partId: string;
}

type PictureAddresses = Pick<SnapshotPart, "url" | "alsoAt">;
const NO_ADDRESS: PictureAddresses = { url: null };

/** Collects the markup, the style sheet and the parts of a snapshot. */
export class SnapshotWriter {
  readonly pieces: (string | WantedPicture)[] = [];
  readonly parts: SnapshotPart[] = [];
  readonly #classes = new Map<string, string>();
  #characters = 0;

  readonly #origin: Pick<Box, "x" | "y">;
  readonly #partPrefix: string;

  /**
   * @param origin boxes are told relative to it
   * @param partPrefix begins the ids of the parts
   */
  constructor(origin: Pick<Box, "x" | "y">, partPrefix: string) {
    this.#origin = origin;
    this.#partPrefix = partPrefix;
  }

  get characters(): number {
    return this.#characters;
  }

  /** One rule for each look: most elements of a page look like another one. */
  get styles(): string {
    return [...this.#classes].map(([text, name]) => `.${name}{${text}}`).join("\n");
  }

  write(markup: string): void {
    this.#characters += markup.length;
    this.pieces.push(markup);
  }

  /** Leaves a gap for a picture. */
  picture(picture: Omit<WantedPicture, "partId">, isOthers: boolean, alsoAt: readonly string[]): void {
    const { box, url } = picture;
    this.pieces.push({ ...picture, partId: this.part("picture", isOthers, box, { url, alsoAt }) });
  }

  /** @returns the part's id */
  part(
    kind: SnapshotPart["kind"],
    isOthers: boolean,
    box: Box | null,
    at: PictureAddresses = NO_ADDRESS,
  ): string {
    const id = `${this.#partPrefix}${this.parts.length}`;
    const { x, y } = this.#origin;
    this.parts.push({ id, kind, isOthers, ...at, box: box && { ...box, x: box.x - x, y: box.y - y } });
    return id;
  }

  /** The name of the rule with these declarations. */
  className(declarations: string): string {
    const known = this.#classes.get(declarations);
    if (known !== undefined) return known;
    const name = `s${this.#classes.size}`;
    this.#characters += declarations.length;
    this.#classes.set(declarations, name);
    return name;
  }
}
