import fc from "fast-check";
import { hostileValue } from "./hostile-values";

const EXTRA_KEYS = ["orgId", "id", "roles", "number", "constructor", "toString", "\u0000", "x".repeat(500)];

/** The value with one place of it gone, doubled, replaced by something hostile, or with a key too many. */
export function spoiled(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .record({
      value,
      place: fc.nat(1_000),
      change: fc.constantFrom("replace", "replace", "remove", "add", "repeat"),
      hostile: hostileValue,
      key: fc.constantFrom(...EXTRA_KEYS),
    })
    .map(({ value: whole, place, change, hostile, key }) => {
      const paths = pathsOf(whole);
      const path = paths[place % paths.length] ?? [];
      return at(whole, path, (found) => {
        if (change === "add" && isRecord(found)) return { ...found, [key]: hostile };
        if (change === "repeat")
          return Array.isArray(found) ? Array(300).fill(found[0] ?? hostile) : [found, found];
        if (change === "remove") return undefined;
        return hostile;
      });
    });
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item, index) => pathsOf(item, [...path, index]))];
  if (!isRecord(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function at(value: unknown, [first, ...rest]: Path, change: (found: unknown) => unknown): unknown {
  if (first === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === first ? at(item, rest, change) : item));
  }
  return isRecord(value) ? { ...value, [first]: at(value[first], rest, change) } : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
