import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { report } from "./report";

const BUILT = fileURLToPath(new URL("../../extension/.output/chrome-mv3", import.meta.url));

/** What is brought into a page only where no adapter has read the post, or has read it in part. */
const FALLBACK = ["further-readers.js", "read-on.js"];

/** Sizes of what opening the popup and clipping a page load, as a download would weigh them. */
export function measureBundles(): void {
  const popup = scriptsOf("popup.html");
  report("extension.popup_gzip_kb", kilobytes(popup), "kB", popup.length);
  report("extension.clip_gzip_kb", kilobytes([path.join(BUILT, "clip.js")]), "kB", 1);
  report(
    "extension.fallback_gzip_kb",
    kilobytes(FALLBACK.map((name) => path.join(BUILT, name))),
    "kB",
    FALLBACK.length,
  );
}

function kilobytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000;
}

/** The scripts that a page loads before it does anything: its own and all that they import. */
function scriptsOf(page: string): string[] {
  const html = readFileSync(path.join(BUILT, page), "utf8");
  const chunks = new Set(readdirSync(path.join(BUILT, "chunks")).map((name) => `/chunks/${name}`));
  const found = new Set<string>();
  const visit = (text: string) => {
    for (const chunk of chunks) {
      const name = path.basename(chunk);
      if (found.has(chunk) || !(text.includes(`"${chunk}"`) || text.includes(`"./${name}"`))) continue;
      found.add(chunk);
      visit(readFileSync(path.join(BUILT, chunk), "utf8"));
    }
  };
  visit(html);
  return [...found].filter((name) => name.endsWith(".js")).map((name) => path.join(BUILT, name));
}
