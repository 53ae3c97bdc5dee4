import { expect, it } from "vitest";
import { joinNewer } from "./join-newer";
import type { ReadLog } from "./use-log";

const log = (ids: readonly number[], more = false): ReadLog => ({
  entries: ids.map((id) => ({
    id,
    at: "2026-11-22T08:00:00Z",
    kind: "person_invited",
    actor: null,
    device: null,
    data: {},
  })),
  more,
});

it.each([
  ["nothing new", log([3, 2, 1]), log([3, 2], true), log([3, 2, 1])],
  ["newer lines on top", log([3, 2, 1]), log([5, 4, 3], true), log([5, 4, 3, 2, 1])],
  [
    "all newer, with the newest known as the last",
    log([3, 2], true),
    log([5, 4, 3], true),
    log([5, 4, 3, 2], true),
  ],
  ["a gap between", log([3, 2, 1]), log([9, 8, 7], true), log([9, 8, 7], true)],
  ["the first lines of all", log([]), log([2, 1]), log([2, 1])],
])("%s", (_case, known, fresh, joined) => {
  expect(joinNewer(known, fresh)).toEqual(joined);
});
