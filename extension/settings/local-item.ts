import { browser } from "wxt/browser";

/** One value in `storage.local`, which only the extension's own pages and background can read. */
export interface LocalItem<Value> {
  readonly key: string;
  /** Null when nothing was written. */
  read(): Promise<Value | null>;
  write(value: Value): Promise<void>;
  remove(): Promise<void>;
  /** Calls back after every change, by whichever page made it. Returns how to stop. */
  watch(listener: (value: Value | null) => void): () => void;
}

/** Names a value; touches the browser only when it is used. */
export function localItem<Value>(key: string): LocalItem<Value> {
  return {
    key,
    async read() {
      const found = await browser.storage.local.get(key);
      return (found[key] as Value | undefined) ?? null;
    },
    write: (value) => browser.storage.local.set({ [key]: value }),
    remove: () => browser.storage.local.remove(key),
    watch(listener) {
      const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change !== undefined) listener((change.newValue as Value | undefined) ?? null);
      };
      browser.storage.local.onChanged.addListener(onChanged);
      return () => browser.storage.local.onChanged.removeListener(onChanged);
    },
  };
}

/** Shuts content scripts out of the token and the copies. Firefox has no such switch and lets none in by default. */
export async function keepStorageToOurselves(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
