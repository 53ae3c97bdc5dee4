import { createHash } from "node:crypto";
import type { RegisterComplaint, RegisteredComplaint } from "@otklik/shared/complaint/complaint";
import type { Problem } from "@otklik/shared/problem";
import { PROBLEM_STATUS, PROBLEM_TYPE_PREFIX, type ProblemCode } from "@otklik/shared/problem-codes";
import { storedConnection } from "../../extension/api/connection";
import { queuedItem } from "../../extension/outbox/queued-item";
import { type OutboxItem, openClipStore, type StoredFile } from "../../extension/storage/database";
import { sampleComplaint } from "./sample-complaint";
import type { Answer } from "./scripted-server";

let sequence = 0;

/** An item as the draft leaves it, with a screenshot of these bytes when there are any. */
export function sampleItem(
  overrides: Partial<OutboxItem> = {},
  files: readonly StoredFile[] = [],
): OutboxItem {
  const evidence = files.map(({ sha256, mediaType, blob }) => ({
    kind: "screenshot" as const,
    sha256,
    mediaType: mediaType as "image/png",
    bytes: blob.size,
    region: null,
    masks: [],
  }));
  const request = sampleComplaint({ clip: { evidence } });
  sequence += 1;
  return { ...queuedItem(request, files, sequence), ...overrides };
}

/** A file of evidence with this text. */
export function sampleFile(text: string): StoredFile {
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { sha256, mediaType: "image/png", blob: new Blob([text], { type: "image/png" }) };
}

/** Puts items and files into the outbox, as they stand. */
export async function keep(items: readonly OutboxItem[], files: readonly StoredFile[] = []): Promise<void> {
  const store = await openClipStore();
  for (const item of items) await store.put("outbox", item);
  for (const file of files) await store.put("files", file);
  store.close();
}

/** What waits in the outbox. */
export async function readItems(): Promise<OutboxItem[]> {
  const store = await openClipStore();
  const items = await store.getAllFromIndex("outbox", "sequence");
  store.close();
  return items;
}

/** The hashes of the files that wait in the outbox. */
export async function readFileHashes(): Promise<string[]> {
  const store = await openClipStore();
  const keys = await store.getAllKeys("files");
  store.close();
  return keys;
}

/** Makes the extension one that is paired with this server. */
export async function pairedWith(origin: string): Promise<void> {
  const pairedAt = new Date().toISOString();
  await storedConnection.write({
    origin,
    token: "org.secret",
    deviceId: "device",
    pairedAt,
    rejectedAt: null,
  });
}

/** What the server answers for a request that it has registered. */
export function receiptOf({ id }: Pick<RegisterComplaint, "id">, ordinal = 1): RegisteredComplaint {
  const now = new Date().toISOString();
  const incomingNumber = `2026-${String(ordinal).padStart(6, "0")}`;
  return { id, incomingNumber, registeredAt: now, receivedAt: now, created: true, dueDates: [] };
}

/** A problem as the server says it. */
export function problemOf(code: ProblemCode): Problem {
  return { type: PROBLEM_TYPE_PREFIX + code, title: code, status: PROBLEM_STATUS[code], code };
}

/** An answer that refuses. */
export function refusal(code: ProblemCode, headers: Record<string, string> = {}): Answer {
  return { status: PROBLEM_STATUS[code], headers, body: problemOf(code) };
}
