import { fileURLToPath } from "node:url";
import { newSite } from "./new-site";

const SITES = fileURLToPath(new URL("../clip/sites/", import.meta.url));
const NAMES = fileURLToPath(new URL("../../shared/src/capture/site-names.ts", import.meta.url));
const [what, name, ...rest] = process.argv.slice(2);

try {
  if (what !== "site" || name === undefined || rest.length > 0)
    throw new Error("Use: pnpm new site FOLDER/NAME, such as reviews/otzovik");
  const made = await newSite(name, SITES, NAMES);
  for (const file of made) process.stdout.write(`${file}\n`);
  process.stdout.write(
    "Put the site's markup into the fixture, its selectors into the adapter, the whole clip into the test.\n",
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
