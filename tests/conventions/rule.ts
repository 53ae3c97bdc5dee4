import type { TreeFile } from "./tree";

/** One convention of the project. Its samples prove that a breach would be seen. */
export interface Rule {
  /** What holds everywhere. */
  readonly says: string;
  /** One line for each breach, beginning with the path. */
  breaches(tree: readonly TreeFile[]): readonly string[];
  /** Small trees, each with at least one breach. */
  readonly bad: readonly (readonly TreeFile[])[];
  /** Small trees that look alike and are right. */
  readonly good: readonly (readonly TreeFile[])[];
}

/** A sample tree of one file. */
export function sample(path: string, text: string): readonly TreeFile[] {
  return [{ path, text }];
}

/** A breach in each place of the file that the pattern matches. */
export function matches(file: TreeFile, pattern: RegExp): string[] {
  return file.text
    .split("\n")
    .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}: ${line.trim()}`] : []));
}
