import { LIMITS } from "@otklik/shared/complaint/limits";
import { expect, it } from "vitest";
import { sampleItem } from "../../tests/support/outbox-samples";
import type { OutboxItem } from "../storage/database";
import { takeBatch } from "./take-batch";

function itemOf(narrativeLength: number): OutboxItem {
  const item = sampleItem();
  const clip = { ...item.request.clip, narrative: "ж".repeat(narrativeLength) };
  return { ...item, request: { ...item.request, clip } };
}

it.each([
  ["nothing", 0, 0],
  ["as many as a batch may have", LIMITS.batchItems, LIMITS.batchItems],
  ["no more than a batch may have", LIMITS.batchItems + 1, LIMITS.batchItems],
])("takes %s: %i → %i", (_rule, count, taken) => {
  expect(takeBatch(Array.from({ length: count }, () => sampleItem()))).toHaveLength(taken);
});

it("stays within the bytes of a JSON body", () => {
  const items = Array.from({ length: 60 }, () => itemOf(LIMITS.narrativeLength));
  const batch = takeBatch(items);
  const body = JSON.stringify({ complaints: batch.map(({ request }) => request) });
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LIMITS.jsonBytes);
  const next = items[batch.length];
  const longer = JSON.stringify({ complaints: [...batch, next].map((item) => item?.request) });
  expect(Buffer.byteLength(longer)).toBeGreaterThan(LIMITS.jsonBytes);
});

it("takes one item however big, so that it gets its answer", () => {
  expect(takeBatch([itemOf(LIMITS.jsonBytes), sampleItem()])).toHaveLength(1);
});
