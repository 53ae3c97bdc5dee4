import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const FOLDERS = ["./", "../../../shared/src/messages/"];

/** Words that name something for which there is another word already. */
const OTHERWISE = [
  ["реестр", /(?<!\p{L})регистр(а|у|е|ом|ы|ов)?(?!\p{L})/iu],
  ["служба входа", /поставщик\p{L}* (удостоверений|входа)/iu],
] as const;

const files = FOLDERS.flatMap((folder) => {
  const root = fileURLToPath(new URL(folder, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "ru.ts")
    .map((file) => path.join(root, file));
});

it.each(OTHERWISE)("one thing has one name in Russian: %s", (_name, other) => {
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => other.test(readFileSync(file, "utf8")))).toEqual([]);
});
