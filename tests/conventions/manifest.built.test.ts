import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bin, runCommand } from "../run/step";
import { ROOT } from "./tree";

/** All that the manifest says, but how it is named and drawn. A longer list of powers is a decision, not a side effect. */
const GOLDEN: Record<string, Record<string, unknown>> = JSON.parse(
  readFileSync(new URL("manifest.golden.json", import.meta.url), "utf8"),
);
const LOOKS = ["name", "short_name", "description", "version", "icons"];

describe.each(Object.entries(GOLDEN))("the built extension %s", (folder, golden) => {
  const manifest: Record<string, unknown> = JSON.parse(
    readFileSync(path.join(ROOT, "extension", ".output", folder, "manifest.json"), "utf8"),
  );

  it("EXT-08 may do what the golden file says, and no more", () => {
    const powers = Object.fromEntries(Object.entries(manifest).filter(([key]) => !LOOKS.includes(key)));
    expect(powers).toEqual(golden);
  });

  it.each([
    "host_permissions",
    "optional_permissions",
    "optional_host_permissions",
    "content_scripts",
    "web_accessible_resources",
    "externally_connectable",
  ])("EXT-03 EXT-04 has no %s", (key) => {
    expect(manifest[key]).toBeUndefined();
  });

  it("HDR-03 is of the third version and runs no script but its own", () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.content_security_policy).toEqual({
      extension_pages: "script-src 'self'; object-src 'none'",
    });
  });
});

it("HDR-03 passes the linter of Firefox's store without an error", async () => {
  const extension = path.join(ROOT, "extension");
  const lint = ["lint", "--source-dir", ".output/firefox-mv3", "--output", "json"];
  const { output } = await runCommand(bin("web-ext", "extension"), lint, extension);
  const { summary, errors } = JSON.parse(output.slice(output.indexOf('{"')));
  expect(errors).toEqual([]);
  expect(summary.errors).toBe(0);
}, 60_000);
