import { useLayoutEffect, useState } from "preact/hooks";
import type { LocalItem } from "./local-item";

/**
 * The stored value, kept fresh. `undefined` until it was read, so that a page can wait with
 * its first paint instead of flashing "nothing".
 */
export function useLocalItem<Value>(item: LocalItem<Value>): Value | null | undefined {
  const [value, setValue] = useState<Value | null | undefined>(undefined);
  // Before the first frame: an ordinary effect would wait for it, and in a hidden page for long.
  useLayoutEffect(() => {
    let live = true;
    const stop = item.watch((next) => {
      live = false;
      setValue(next);
    });
    void item.read().then((first) => {
      if (live) setValue(first);
    });
    return () => {
      live = false;
      stop();
    };
  }, [item]);
  return value;
}
