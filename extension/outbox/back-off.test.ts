import { expect, it } from "vitest";
import { backOffMs, ITEM_PACE, SERVER_PACE } from "./back-off";

it.each([
  ["the first wait, shortest", 1, 0, 1_000],
  ["the first wait, longest", 1, 1, 2_000],
  ["doubles", 2, 0, 2_000],
  ["doubles again", 5, 1, 32_000],
  ["no longer than five minutes", 20, 1, 300_000],
  ["half of the longest at least", 20, 0, 150_000],
  ["after very many failures too", 100_000, 1, 300_000],
])("%s: attempt %i, random %d → %i ms", (_rule, attempts, random, waitMs) => {
  expect(backOffMs(attempts, random, SERVER_PACE)).toBe(waitMs);
});

it.each([1, 2, 5, 20, 50])(
  "lets those behind a failing clip have their turn: after %i failures its shortest wait is longer than the server's longest",
  (attempts) => {
    const itemMs = backOffMs(attempts, 0, ITEM_PACE);
    const serverMs = backOffMs(attempts, 1, SERVER_PACE);
    expect(itemMs).toBeGreaterThan(serverMs);
  },
);
