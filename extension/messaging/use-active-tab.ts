import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";

/** The id of the tab that is in front in this window, as it changes; null until it is known. */
export function useActiveTab(): number | null {
  const [tabId, setTabId] = useState<number | null>(null);
  useEffect(() => {
    const ask = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      setTabId(tab?.id ?? null);
    };
    const { onActivated } = browser.tabs;
    onActivated.addListener(ask);
    void ask();
    return () => onActivated.removeListener(ask);
  }, []);
  return tabId;
}
