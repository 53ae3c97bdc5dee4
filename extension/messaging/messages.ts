import { browser } from "wxt/browser";
import { PICK_ACTIONS, type PickAction } from "../picker/pick-order";

/** What pages and background tell each other. A message carries no text of a complaint: that goes through the database. */
export type ExtensionMessage =
  /** A page has opened the panel inside the click and asks for the capture itself. */
  | { readonly type: "clip-tab"; readonly tabId: number; readonly trigger: "popup" | "panel" }
  /** A page asks for the picker; `draftId` names the draft to which the picked posts are added. */
  | { readonly type: "pick-on-tab"; readonly tabId: number; readonly draftId: string | null }
  /** A page presses a key of the open picker. */
  | { readonly type: "picker-key"; readonly action: PickAction }
  /** The outbox in the database is not as it was. */
  | { readonly type: "outbox-changed" }
  /** A draft says that its evidence is being gathered, and nobody does. */
  | { readonly type: "resume-gathering" }
  /** The person asks to send now, without waiting for the next attempt. */
  | { readonly type: "send-now" }
  /** A page is looking: fetch badge, list and session anew. */
  | { readonly type: "refresh" }
  /** Pairing was begun in the options page. */
  | { readonly type: "pairing-started" };

const TYPES_WITHOUT_DATA = [
  "outbox-changed",
  "resume-gathering",
  "send-now",
  "refresh",
  "pairing-started",
] as const;

/** Reads what came through `runtime.onMessage`; null when it is none of ours. */
export function readMessage(value: unknown): ExtensionMessage | null {
  if (typeof value !== "object" || value === null || !("type" in value)) return null;
  const plain = TYPES_WITHOUT_DATA.find((type) => type === value.type);
  if (plain !== undefined) return { type: plain };
  if (value.type === "picker-key") {
    const action = "action" in value ? PICK_ACTIONS.find((one) => one === value.action) : undefined;
    return action === undefined ? null : { type: "picker-key", action };
  }
  if (!("tabId" in value) || typeof value.tabId !== "number" || !Number.isInteger(value.tabId)) return null;
  const { tabId } = value;
  if (value.type === "pick-on-tab") {
    const draftId = "draftId" in value && typeof value.draftId === "string" ? value.draftId : null;
    return { type: "pick-on-tab", tabId, draftId };
  }
  if (value.type !== "clip-tab" || !("trigger" in value)) return null;
  const { trigger } = value;
  if (trigger !== "popup" && trigger !== "panel") return null;
  return { type: "clip-tab", tabId, trigger };
}

/**
 * The tab whose picker speaks: our own script in its top page, and nothing but "picked". Null for anything else.
 * What was picked is not in the message: the background looks itself.
 */
export function tabOfPicked(value: unknown, sender: PickedSender): number | null {
  const saysPicked =
    typeof value === "object" && value !== null && "type" in value && value.type === "picked";
  const isOurs = sender.id === browser.runtime.id && sender.frameId === 0;
  return saysPicked && isOurs ? (sender.tab?.id ?? null) : null;
}

interface PickedSender {
  readonly id?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** A content script has our id too, but the page's address: only our own pages are heard. */
export function isFromOwnPage(sender: { readonly id?: string; readonly url?: string }): boolean {
  return sender.id === browser.runtime.id && (sender.url?.startsWith(`${location.origin}/`) ?? false);
}

/** Tells the other contexts. Nobody listening is no failure: state lies in storage. */
export async function tell(message: ExtensionMessage): Promise<void> {
  await browser.runtime.sendMessage(message).catch(() => undefined);
}
