/** Gathers what concurrent requests ask into few calls. */
export interface Batcher<Item, Result> {
  /** @throws BatcherFull when too many wait already */
  add(item: Item): Promise<Result>;
}

export interface BatcherOptions<Item, Result> {
  /** Calls in flight at most. */
  readonly lanes: number;
  /** Items that must wait before a call leaves beside one in flight: a small call costs as much as a large one. */
  readonly fewestBesideOthers: number;
  /** Items of one call at most. */
  readonly maxItems: number;
  /** Sum of the items' weights in one call; a heavier item goes alone. */
  readonly maxWeight: number;
  readonly weigh: (item: Item) => number;
  /** Items of one key travel one after the other, in their order: the later waits for the earlier's answer. */
  readonly keyOf: (item: Item) => string;
  /** Items that wait at most. */
  readonly maxWaiting: number;
  /** Settles each item on its own, in the order of the items. Throwing fails them all. */
  readonly run: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>;
}

export class BatcherFull extends Error {}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * While calls are in flight new items pile up and leave together. There is no timer: on an idle
 * server an item leaves at once, with those of the same turn of the event loop.
 */
export function createBatcher<Item, Result>(options: BatcherOptions<Item, Result>): Batcher<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  const keysInFlight = new Set<string>();
  let inFlight = 0;
  let isScheduled = false;

  function pump(): void {
    isScheduled = false;
    while (inFlight < options.lanes && waiting.length >= (inFlight === 0 ? 1 : options.fewestBesideOthers)) {
      const [leaving, staying] = takePart(waiting, keysInFlight, options);
      if (leaving.length === 0) return;
      waiting = staying;
      inFlight++;
      const keys = leaving.map(({ item }) => options.keyOf(item));
      for (const key of keys) keysInFlight.add(key);
      void travel(leaving).finally(() => {
        inFlight--;
        for (const key of keys) keysInFlight.delete(key);
        pump();
      });
    }
  }

  async function travel(part: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await options.run(part.map(({ item }) => item));
      part.forEach(({ resolve, reject }, place) => {
        const result = results[place];
        if (result?.status === "fulfilled") resolve(result.value);
        else reject(result?.reason ?? new Error("An item of a batch was not answered"));
      });
    } catch (error) {
      for (const { reject } of part) reject(error);
    }
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= options.maxWaiting) return reject(new BatcherFull());
        waiting.push({ item, resolve, reject });
        if (isScheduled) return;
        isScheduled = true;
        setImmediate(pump);
      }),
  };
}

/** What goes now, and what waits, each in the order of arrival. */
function takePart<Item, Result>(
  waiting: readonly Waiting<Item, Result>[],
  keysInFlight: ReadonlySet<string>,
  { maxItems, maxWeight, weigh, keyOf }: BatcherOptions<Item, Result>,
): [leaving: Waiting<Item, Result>[], staying: Waiting<Item, Result>[]] {
  const leaving: Waiting<Item, Result>[] = [];
  const staying: Waiting<Item, Result>[] = [];
  const keys = new Set(keysInFlight);
  let weight = 0;
  for (const entry of waiting) {
    const key = keyOf(entry.item);
    const heavier = weight + weigh(entry.item);
    const fits = leaving.length === 0 || (leaving.length < maxItems && heavier <= maxWeight);
    if (fits && !keys.has(key)) {
      leaving.push(entry);
      weight = heavier;
    } else {
      staying.push(entry);
    }
    keys.add(key);
  }
  return [leaving, staying];
}
