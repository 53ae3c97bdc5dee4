import { describe, expect, it } from "vitest";
import { createRandom } from "./random";

describe("createRandom", () => {
  it("repeats itself for the same seed and not for another", () => {
    const sequence = (seed: string) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.int(0, 1_000_000));
    };
    expect(sequence("осень")).toEqual(sequence("осень"));
    expect(sequence("осень")).not.toEqual(sequence("весна"));
  });

  it("reaches both ends of a range, evenly, and never leaves it", () => {
    const random = createRandom("ends");
    const counts = new Map<number, number>();
    for (let i = 0; i < 6_000; i++) {
      const rolled = random.int(1, 6);
      counts.set(rolled, (counts.get(rolled) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it("makes UUIDs of version 4, none twice", () => {
    const random = createRandom("ids");
    const ids = Array.from({ length: 10_000 }, () => random.uuid());
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.filter((id) => !/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)),
    ).toEqual([]);
  });

  it("refuses to pick from nothing", () => {
    expect(() => createRandom("none").pick([])).toThrow(RangeError);
  });
});
