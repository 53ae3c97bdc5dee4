import type { Regulation } from "@otklik/shared/deadline/regulation/regulation";

/** A file to be saved by the browser. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** A version as a file that the command line counts by, and that people can read and compare. */
export function regulationFile(regulation: Regulation): TextFile {
  return {
    name: `regulation-${regulation.name}-${regulation.version}.json`,
    text: `${JSON.stringify(regulation, null, 2)}\n`,
  };
}

/** Lets the browser save a file as a download. */
export function saveFile({ name, text }: TextFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address));
}
