import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bin, runCommand } from "../run/step";
import { ROOT } from "./tree";

/** Everything that a person is asked to allow when installing. A longer list is a decision, not a side effect. */
const PERMISSIONS = [
  "activeTab",
  "alarms",
  "contextMenus",
  "notifications",
  "scripting",
  "storage",
  "unlimitedStorage",
];

describe.each([
  ["chrome-mv3", [...PERMISSIONS, "sidePanel"].sort()],
  ["firefox-mv3", PERMISSIONS],
])("the built extension %s", (folder, permissions) => {
  const manifest: Record<string, unknown> = JSON.parse(
    readFileSync(path.join(ROOT, "extension", ".output", folder, "manifest.json"), "utf8"),
  );

  it("asks for these permissions and no other", () => {
    expect(manifest.permissions).toEqual(expect.any(Array));
    expect([...(manifest.permissions as string[])].sort()).toEqual(permissions);
  });

  it.each([
    "host_permissions",
    "optional_permissions",
    "optional_host_permissions",
    "content_scripts",
    "web_accessible_resources",
    "externally_connectable",
  ])("has no %s", (key) => {
    expect(manifest[key]).toBeUndefined();
  });

  it("is of the third version and runs no script but its own", () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.content_security_policy).toEqual({
      extension_pages: "script-src 'self'; object-src 'none'",
    });
  });
});

it("passes the linter of Firefox's store without an error", async () => {
  const extension = path.join(ROOT, "extension");
  const lint = ["lint", "--source-dir", ".output/firefox-mv3", "--output", "json"];
  const { output } = await runCommand(bin("web-ext", "extension"), lint, extension);
  const { summary, errors } = JSON.parse(output.slice(output.indexOf('{"')));
  expect(errors).toEqual([]);
  expect(summary.errors).toBe(0);
}, 60_000);
