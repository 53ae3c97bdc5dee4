import { expect, it } from "vitest";
import { BatcherFull, type BatcherOptions, createBatcher } from "./batcher";

interface Call {
  readonly items: readonly string[];
  /** Answers each item with itself in capitals. */
  finish(): void;
}

/** A batcher of words whose calls wait until the test finishes them. */
function createWords(overrides: Partial<BatcherOptions<string, string>> = {}) {
  const calls: Call[] = [];
  const batcher = createBatcher<string, string>({
    lanes: 1,
    fewestBesideOthers: 1,
    maxItems: 3,
    maxWeight: 100,
    weigh: (word) => word.length,
    keyOf: (word) => word,
    maxWaiting: 10,
    run: (items) =>
      new Promise((resolve) => {
        const answers = items.map((value) => ({ status: "fulfilled" as const, value: value.toUpperCase() }));
        calls.push({ items, finish: () => resolve(answers) });
      }),
    ...overrides,
  });
  return { batcher, calls };
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

it("sends what came in one turn together, and answers each its own", async () => {
  const { batcher, calls } = createWords();
  const answers = Promise.all([batcher.add("a"), batcher.add("b")]);
  await nextTurn();
  expect(calls.map(({ items }) => items)).toEqual([["a", "b"]]);
  calls[0]?.finish();
  expect(await answers).toEqual(["A", "B"]);
});

it.each([
  ["three items at most in a call", ["a", "b", "c", "d"], [["a", "b", "c"], ["d"]]],
  [
    "a call up to its weight, inclusive",
    ["a".repeat(60), "b".repeat(40), "c"],
    [["a".repeat(60), "b".repeat(40)], ["c"]],
  ],
  ["an item that is too heavy goes alone", ["a".repeat(500), "b"], [["a".repeat(500)], ["b"]]],
  ["one of a key after the other", ["a", "a", "b"], [["a", "b"], ["a"]]],
])("%s", async (_rule, words, expected) => {
  const { batcher, calls } = createWords({ maxItems: 3 });
  const answers = Promise.all(words.map((word) => batcher.add(word)));
  for (let done = 0; done < expected.length; done++) {
    await nextTurn();
    calls[done]?.finish();
  }
  expect(await answers).toEqual(words.map((word) => word.toUpperCase()));
  expect(calls.map(({ items }) => items)).toEqual(expected);
});

it("gathers what comes while all lanes are taken", async () => {
  const { batcher, calls } = createWords({ lanes: 2, maxItems: 100 });
  const answers: Promise<string>[] = [];
  for (const word of ["a", "b", "c", "d", "e"]) {
    answers.push(batcher.add(word));
    await nextTurn();
  }
  expect(calls.map(({ items }) => items)).toEqual([["a"], ["b"]]);
  calls[1]?.finish();
  await nextTurn();
  expect(calls[2]?.items).toEqual(["c", "d", "e"]);
  for (const call of calls) call.finish();
  expect(await Promise.all(answers)).toEqual(["A", "B", "C", "D", "E"]);
});

it("uses another lane only when enough wait for it", async () => {
  const { batcher, calls } = createWords({ lanes: 2, fewestBesideOthers: 2 });
  const answers = [batcher.add("a")];
  await nextTurn();
  answers.push(batcher.add("b"));
  await nextTurn();
  expect(calls.map(({ items }) => items)).toEqual([["a"]]);
  answers.push(batcher.add("c"));
  await nextTurn();
  expect(calls.map(({ items }) => items)).toEqual([["a"], ["b", "c"]]);
  answers.push(batcher.add("d"));
  calls[0]?.finish();
  calls[1]?.finish();
  await nextTurn();
  calls[2]?.finish();
  expect(await Promise.all(answers)).toEqual(["A", "B", "C", "D"]);
});

it("keeps the order of one key, though another lane is free", async () => {
  const { batcher, calls } = createWords({ lanes: 2, keyOf: (word) => word.slice(0, 1) });
  const first = batcher.add("a1");
  await nextTurn();
  const others = [batcher.add("a2"), batcher.add("b1")];
  await nextTurn();
  expect(calls.map(({ items }) => items)).toEqual([["a1"], ["b1"]]);
  calls[0]?.finish();
  await nextTurn();
  expect(calls[2]?.items).toEqual(["a2"]);
  for (const call of calls) call.finish();
  expect(await Promise.all([first, ...others])).toEqual(["A1", "A2", "B1"]);
});

it("fails the item that failed, and no other", async () => {
  const { batcher } = createWords({
    run: async (items) =>
      items.map((word) =>
        word === "b"
          ? { status: "rejected", reason: new Error("bad") }
          : { status: "fulfilled", value: word },
      ),
  });
  const [a, b] = await Promise.allSettled([batcher.add("a"), batcher.add("b")]);
  expect([a?.status, b?.status]).toEqual(["fulfilled", "rejected"]);
});

it("fails every item of a call that failed, and goes on", async () => {
  let isFirst = true;
  const { batcher } = createWords({
    run: async (items) => {
      if (!isFirst) return items.map((value) => ({ status: "fulfilled", value }));
      isFirst = false;
      throw new Error("away");
    },
  });
  await expect(Promise.all([batcher.add("a"), batcher.add("b")])).rejects.toThrow("away");
  expect(await batcher.add("c")).toBe("c");
});

it("never leaves an item without an answer", async () => {
  const { batcher } = createWords({ run: async () => [] });
  await expect(batcher.add("a")).rejects.toThrow("not answered");
});

it("refuses more than may wait", async () => {
  const { batcher, calls } = createWords({ maxWaiting: 2, maxItems: 1 });
  const first = batcher.add("a");
  await nextTurn();
  const waiting = [batcher.add("b"), batcher.add("c")];
  await expect(batcher.add("d")).rejects.toThrow(BatcherFull);
  for (let done = 0; done < 3; done++) {
    calls[done]?.finish();
    await nextTurn();
  }
  expect(await Promise.all([first, ...waiting])).toEqual(["A", "B", "C"]);
});
