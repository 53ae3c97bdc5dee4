import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";

/** A picker that the agent has opened: the word of a page is heard only while there is one, and only from its tab. */
export interface Picking {
  readonly tabId: number;
  /** The draft that it is for; null when the picked posts become one of their own. */
  readonly draftId: string | null;
  /** Whether they are added to that draft's post, or are what was not clear when it was clipped. */
  readonly adds: boolean;
  /**
   * `refused`: the browser does not show this page to us; `nothing`: no post is recognised on it; `unread`: what was
   * picked could not be read; `apart`: the draft for it had gone, and it became one of its own.
   */
  readonly state: "open" | "refused" | "nothing" | "unread" | "apart";
}

const KEY = "picking";

/** Kept for this run of the browser: pickers do not outlive it, but the background may end while one is open. */
export async function readPicking(): Promise<Picking | null> {
  const found = await browser.storage.session.get(KEY);
  return (found[KEY] as Picking | undefined) ?? null;
}

/** Tells every page of the extension which picker is open; null when none is. */
export async function writePicking(picking: Picking | null): Promise<void> {
  if (picking === null) await browser.storage.session.remove(KEY);
  else await browser.storage.session.set({ [KEY]: picking });
}

/** Why no picker could be opened is of no use any more once there is a clip that did not wait for one. */
export async function forgetFailedPicking(): Promise<void> {
  const picking = await readPicking();
  if (picking !== null && picking.state !== "open" && picking.draftId === null) await writePicking(null);
}

/** The picker that is open or could not be opened, as it changes; null when there is none. */
export function usePicking(): Picking | null {
  const [picking, setPicking] = useState<Picking | null>(null);
  useEffect(() => {
    const reload = () => void readPicking().then(setPicking);
    const { onChanged } = browser.storage.session;
    onChanged.addListener(reload);
    reload();
    return () => onChanged.removeListener(reload);
  }, []);
  return picking;
}
