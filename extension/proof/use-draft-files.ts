import { useEffect, useState } from "preact/hooks";
import { watchDrafts } from "../draft/drafts-changed";
import type { DraftFile } from "../storage/database";
import { listDraftFiles } from "../storage/draft-files";

/** A draft's files, read anew when more come; null until they were read. */
export function useDraftFiles(draftId: string): readonly DraftFile[] | null {
  const [files, setFiles] = useState<readonly DraftFile[] | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const found = await listDraftFiles(draftId);
      // The very same files spare the page drawing them anew.
      if (!isGone) setFiles((before) => (before !== null && isSame(before, found) ? before : found));
    };
    const stop = watchDrafts(() => void read());
    void read();
    return () => {
      isGone = true;
      stop();
    };
  }, [draftId]);
  return files;
}

function isSame(before: readonly DraftFile[], now: readonly DraftFile[]): boolean {
  return (
    before.length === now.length &&
    before.every((file, index) => file.id === now[index]?.id && file.blob.size === now[index]?.blob.size)
  );
}
