import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";

/** The window beside whose pages a panel stands; null where it is a page of its own; undefined until it is known. */
export function useOwnWindow(): number | null | undefined {
  const [own, setOwn] = useState<number | null>();
  useEffect(() => {
    const ask = async () => {
      const [tab, { id }] = await Promise.all([browser.tabs.getCurrent(), browser.windows.getCurrent()]);
      return tab === undefined ? (id ?? null) : null;
    };
    void ask().then(setOwn, () => setOwn(null));
  }, []);
  return own;
}
