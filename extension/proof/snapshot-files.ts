import type { DraftFile } from "../storage/database";

/** The snapshot of the posts that were clipped first: the pictures show the same. */
const FIRST = "snapshot";
const ADDED = /^snapshot-(\d+)$/;

/** The id of the snapshot that is made next; the first one has none before it. */
export function nextSnapshotId(files: readonly Pick<DraftFile, "id">[]): string {
  const last = Math.max(1, ...files.map(({ id }) => Number(ADDED.exec(id)?.[1] ?? 0)));
  return `${FIRST}-${last + 1}`;
}

/** Whether a file is a snapshot of posts that were added later. */
export function isAddedSnapshot(fileId: string): boolean {
  return ADDED.test(fileId);
}

/** What the ids of a snapshot's parts begin with: nothing, or its number and a full stop. */
export function partPrefixOf(fileId: string): string {
  const number = ADDED.exec(fileId)?.[1];
  return number === undefined ? "" : `${number}.`;
}

/** The id of a snapshot by its markup: others of its draft may not have been sent with it. */
export function snapshotIdIn(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  const heading = page.querySelector<HTMLElement>("body > header > b[data-part]");
  const number = /^(\d+)\./.exec(heading?.dataset.part ?? "")?.[1];
  return number === undefined ? FIRST : `${FIRST}-${number}`;
}

/** Whether a part, by its id, is of this snapshot and of no other. */
export function isPartOf(partId: string, file: Pick<DraftFile, "id">): boolean {
  return /^(?:\d+\.)?/.exec(partId)?.[0] === partPrefixOf(file.id);
}

/** Every snapshot of a draft, the first one first. */
export function snapshotsIn(files: readonly DraftFile[]): DraftFile[] {
  return files.filter(({ kind }) => kind === "snapshot");
}

/** The snapshot whose posts the pictures show. */
export function firstSnapshot(files: readonly DraftFile[]): DraftFile | undefined {
  return files.find(({ id }) => id === FIRST);
}
