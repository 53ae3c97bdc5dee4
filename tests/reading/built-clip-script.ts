import { readFile } from "node:fs/promises";
import path from "node:path";
import { buildChanged } from "../../server/bin/build-changed";
import { EXTENSION_FOLDER, PRODUCTS } from "../../server/bin/products";
import { StartRefusal } from "../../server/src/start-refusal";
import { ReadingRefusal } from "./reading-refusal";

/** The scripts of the built extension that read pages. */
export interface BuiltScripts {
  readonly clip: string;
  /** Reads what no adapter knows. */
  readonly furtherReaders: string;
  /** Reads on where the words are missing or unsure. */
  readonly readOn: string;
}

const SCRIPTS = ["clip.js", "further-readers.js", "read-on.js"];

/**
 * What reads a page in the extension as it is built; builds it first where it is missing or its sources have changed.
 *
 * @throws ReadingRefusal when it cannot be built
 */
export async function builtScripts(): Promise<BuiltScripts> {
  const extension = PRODUCTS.find(({ name }) => name === "extension");
  const [chromium] = extension?.commands ?? [];
  if (extension === undefined || chromium === undefined)
    throw new Error("The extension is not among the products");
  const product = {
    ...extension,
    name: "extension-for-reading",
    results: SCRIPTS.map((name) => `extension/.output/chrome-mv3/${name}`),
    commands: [chromium],
  };
  try {
    await buildChanged([product], (line) => process.stderr.write(`${line}\n`));
    const [clip, furtherReaders, readOn] = await Promise.all(
      SCRIPTS.map((name) => readFile(path.join(EXTENSION_FOLDER, name), "utf8")),
    );
    return { clip: clip ?? "", furtherReaders: furtherReaders ?? "", readOn: readOn ?? "" };
  } catch (error) {
    if (error instanceof StartRefusal) throw new ReadingRefusal(error.message, { cause: error });
    throw new ReadingRefusal("The built extension has no clip script.", { cause: error });
  }
}
