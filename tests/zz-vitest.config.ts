import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
if (!("groupBy" in Map)) Object.defineProperty(Map, "groupBy", { configurable: true, writable: true, value: (items: Iterable<unknown>, keyOf: (i: unknown, n: number) => unknown) => { const m = new Map(); let n = 0; for (const i of items) { const k = keyOf(i, n++); const g = m.get(k); if (g) g.push(i); else m.set(k, [i]); } return m; } });
export default defineConfig({ root: fileURLToPath(new URL("..", import.meta.url)), test: { environment: "node", include: ["tests/zz-*.test.ts"], globalSetup: ["tests/support/global-database.ts", "tests/support/global-browser.ts"], testTimeout: 280000, hookTimeout: 180000, fileParallelism: false } });
