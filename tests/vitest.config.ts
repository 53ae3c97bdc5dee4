import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vitest/config";

/** A browser or a database on a busy machine is slow, not wrong: limits are generous, waits end on conditions. */
const SLOW = { testTimeout: 120_000, hookTimeout: 180_000 };

ensureMapGroupBy();

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    environment: "node",
    expect: { requireAssertions: true },
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        plugins: [fakeWxtBrowser()],
        test: {
          name: "unit",
          // A thread starts faster than a process, and there are many small files.
          pool: "threads",
          include: ["{shared,extension,server}/**/*.test.{ts,tsx}", "tests/{run,support}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/.output/**", "**/*.db.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "server",
          include: ["server/**/*.db.test.ts", "tests/conventions/**/*.db.test.ts"],
          globalSetup: ["tests/support/global-database.ts"],
          maxWorkers: 2,
          ...SLOW,
        },
      },
      {
        test: {
          name: "conventions",
          pool: "threads",
          include: ["tests/conventions/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/*.built.test.ts"],
        },
      },
      // Judges the products themselves, so it runs after the build.
      { test: { name: "built", include: ["tests/conventions/**/*.built.test.ts"] } },
      // Whole processes that are killed: one file at a time, or they would starve each other.
      { test: { name: "faults", include: ["tests/faults/**/*.test.ts"], fileParallelism: false, ...SLOW } },
      {
        test: {
          name: "chromium",
          include: ["tests/e2e/chromium/**/*.test.ts"],
          fileParallelism: false,
          ...SLOW,
        },
      },
      {
        test: {
          name: "firefox",
          include: ["tests/e2e/firefox/**/*.test.ts"],
          fileParallelism: false,
          ...SLOW,
        },
      },
    ],
  },
});

/**
 * In unit tests `wxt/browser` is WXT's fake browser, the very object that a test imports from
 * `wxt/testing/fake-browser`: outside of an extension the real one is undefined.
 */
function fakeWxtBrowser(): Plugin {
  const virtualId = "\0fake-wxt-browser";
  const importer = fileURLToPath(new URL("../extension/wxt.config.ts", import.meta.url));
  return {
    name: "fake-wxt-browser",
    enforce: "pre",
    resolveId: (source) => (source === "wxt/browser" ? virtualId : null),
    // Resolved here and not with the import: a file from Vitest's cache is loaded without being resolved again.
    async load(id) {
      if (id !== virtualId) return null;
      const fake = await this.resolve("wxt/testing/fake-browser", importer);
      return fake === null ? null : `export { fakeBrowser as browser } from ${JSON.stringify(fake.id)};`;
    },
  };
}

/**
 * Vitest reports a failure with `Map.groupBy`, which Node 20 lacks: without this it would end in
 * an error of its own instead of saying what failed.
 */
function ensureMapGroupBy(): void {
  if ("groupBy" in Map) return;
  Object.defineProperty(Map, "groupBy", { value: groupBy, configurable: true, writable: true });
}

function groupBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item, index: number) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
