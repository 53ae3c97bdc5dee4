import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vitest/config";

/** On a busy machine things are slow, not wrong: limits are generous, waits end on conditions. */
const UNIT = { testTimeout: 60_000, hookTimeout: 60_000 };
/**
 * With databases, processes and browsers. One that is starved of its processor loses a gesture or a lock's moment now
 * and then: what fails is tried once more, and the run names it (`tests/run/counting-reporter.ts`).
 */
const SLOW = { testTimeout: 120_000, hookTimeout: 180_000, retry: 1 };
/** Files that start servers and browsers: in turn, in one process. */
const ONE_BY_ONE = { ...SLOW, fileParallelism: false, isolate: false };

ensureMapGroupBy();

const NO_SOURCES = ["**/node_modules/**", "**/.output/**"];

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    environment: "node",
    expect: { requireAssertions: true, poll: { timeout: 30_000, interval: 50 } },
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        plugins: [fakeWxtBrowser()],
        test: {
          name: "unit",
          // Pure code keeps nothing between two tests, so one worker can take many files: three times as fast.
          pool: "threads",
          isolate: false,
          include: [
            "{shared,server,extension/clip,tests/abuse,tests/run,tests/reading,tests/support}/**/*.test.{ts,tsx}",
          ],
          exclude: [...NO_SOURCES, "**/*.db.test.ts", "**/*.built.test.ts"],
          ...UNIT,
        },
      },
      {
        plugins: [fakeWxtBrowser()],
        test: {
          name: "unit-extension",
          pool: "threads",
          isolate: false,
          include: ["extension/**/*.test.{ts,tsx}"],
          exclude: [...NO_SOURCES, "extension/clip/**"],
          ...UNIT,
        },
      },
      {
        test: {
          name: "server",
          include: ["server/**/*.db.test.ts", "tests/{abuse,conventions}/**/*.db.test.ts"],
          globalSetup: ["tests/support/global-database.ts"],
          // Each file has a database of its own, and nothing else is kept: the server is loaded once for all of them.
          pool: "threads",
          isolate: false,
          maxWorkers: 2,
          ...SLOW,
        },
      },
      {
        test: {
          name: "conventions",
          pool: "threads",
          isolate: false,
          include: ["tests/conventions/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/*.built.test.ts"],
          ...UNIT,
        },
      },
      // Judges the products themselves, so it runs after the build.
      { test: { name: "built", include: ["tests/conventions/**/*.built.test.ts"], ...SLOW } },
      // Whole processes that are killed: one file at a time, or they would starve each other.
      {
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts", "tests/abuse/**/*.built.test.ts"],
          fileParallelism: false,
          ...SLOW,
        },
      },
      {
        test: {
          name: "chromium",
          include: ["tests/e2e/chromium/**/*.test.ts"],
          globalSetup: ["tests/support/global-database.ts"],
          ...ONE_BY_ONE,
        },
      },
      {
        test: {
          name: "desk",
          include: ["tests/e2e/desk/**/*.test.ts"],
          globalSetup: ["tests/support/global-database.ts", "tests/support/global-browser.ts"],
          ...ONE_BY_ONE,
        },
      },
      {
        test: {
          name: "firefox",
          include: ["tests/e2e/firefox/**/*.test.ts"],
          globalSetup: ["tests/support/global-database.ts"],
          ...ONE_BY_ONE,
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
