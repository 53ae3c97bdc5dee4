import { LIMITS } from "@otklik/shared/complaint/limits";
import type { OutboxItem } from "../storage/database";

/** Room for the braces and the key around the items. */
const ENVELOPE_BYTES = 64;

/** The longest run from the front that one batch may carry; one item at least, however big. What joins a complaint goes alone. */
export function takeBatch(items: readonly OutboxItem[]): OutboxItem[] {
  const batch: OutboxItem[] = [];
  let bytes = ENVELOPE_BYTES;
  for (const item of items) {
    if (item.addTo && batch.length > 0) break;
    bytes += new TextEncoder().encode(JSON.stringify(item.request)).length + 1;
    if (batch.length > 0 && (bytes > LIMITS.jsonBytes || batch.length >= LIMITS.batchItems)) break;
    batch.push(item);
    if (item.addTo) break;
  }
  return batch;
}
