import { browser } from "wxt/browser";

/** What pages and background tell each other. A message carries no text of a complaint: that goes through the database. */
export type ExtensionMessage =
  /** A page has opened the panel inside the click and asks for the capture itself. */
  | { readonly type: "clip-tab"; readonly tabId: number; readonly trigger: "popup" | "panel" }
  /** The outbox in the database is not as it was. */
  | { readonly type: "outbox-changed" }
  /** The person asks to send now, without waiting for the next attempt. */
  | { readonly type: "send-now" }
  /** A page is looking: fetch badge, list and session anew. */
  | { readonly type: "refresh" }
  /** Pairing was begun in the options page. */
  | { readonly type: "pairing-started" };

const TYPES_WITHOUT_DATA = ["outbox-changed", "send-now", "refresh", "pairing-started"] as const;

/** Reads what came through `runtime.onMessage`; null when it is none of ours. */
export function readMessage(value: unknown): ExtensionMessage | null {
  if (typeof value !== "object" || value === null || !("type" in value)) return null;
  const plain = TYPES_WITHOUT_DATA.find((type) => type === value.type);
  if (plain !== undefined) return { type: plain };
  if (value.type !== "clip-tab" || !("tabId" in value) || !("trigger" in value)) return null;
  const { tabId, trigger } = value;
  if (typeof tabId !== "number" || !Number.isInteger(tabId)) return null;
  if (trigger !== "popup" && trigger !== "panel") return null;
  return { type: "clip-tab", tabId, trigger };
}

/** A content script has our id too, but the page's address: only our own pages are heard. */
export function isFromOwnPage(sender: { readonly id?: string; readonly url?: string }): boolean {
  return sender.id === browser.runtime.id && (sender.url?.startsWith(`${location.origin}/`) ?? false);
}

/** Tells the other contexts. Nobody listening is no failure: state lies in storage. */
export async function tell(message: ExtensionMessage): Promise<void> {
  await browser.runtime.sendMessage(message).catch(() => undefined);
}
