import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";

/** The window that a page of ours stands in, known before a click: after any `await` the gesture is lost. */
export function useWindowId(): number | null {
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => {
    void browser.windows.getCurrent().then(({ id }) => setWindowId(id ?? null));
  }, []);
  return windowId;
}
