import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import "fake-indexeddb/auto";

/**
 * A browser with nothing stored, for one test: empty database and storage, no alarms, and what
 * WXT's fake browser leaves out.
 */
export function freshExtensionWorld(locale: "en" | "ru" = "en"): void {
  fakeBrowser.reset();
  fakeBrowser.i18n.getUILanguage = () => locale;
  fakeBrowser.runtime.getContexts = async () => [];
  fakeBrowser.runtime.getPlatformInfo = async () =>
    ({ os: "linux", arch: "x86-64", nacl_arch: "x86-64" }) as const;
  vi.stubGlobal("indexedDB", new IDBFactory());
  restartLocks();
}

/** Nobody hears of what changes, for tests in which nothing else listens: a real channel would outlive them. */
export function silenceBroadcasts(): void {
  vi.stubGlobal(
    "BroadcastChannel",
    class {
      postMessage() {}
      close() {}
    },
  );
}

type Work = () => Promise<unknown>;

/** Locks as after the end of a background: whatever it held is free again. */
export function restartLocks(): void {
  const tails = new Map<string, Promise<unknown>>();
  const held = new Set<string>();
  const request = (name: string, ...[first, second]: [object | Work, Work?]) => {
    const work = typeof first === "function" ? (first as Work) : second;
    const turn = (tails.get(name) ?? Promise.resolve()).then(async () => {
      held.add(name);
      try {
        return await work?.();
      } finally {
        held.delete(name);
      }
    });
    tails.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  };
  const query = async () => ({ held: [...held].map((name) => ({ name })), pending: [] });
  vi.stubGlobal("navigator", { locks: { request, query } });
}
