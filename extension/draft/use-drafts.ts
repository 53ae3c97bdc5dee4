import { useCallback, useEffect, useState } from "preact/hooks";
import type { Draft } from "../storage/database";
import { listDrafts } from "./draft-store";
import { watchDrafts } from "./drafts-changed";

export interface DraftsRead {
  /** The newest first; null until they were read. */
  readonly drafts: readonly Draft[] | null;
  /** Why the database could not be read; null when it could. */
  readonly failure: string | null;
  reload(): Promise<void>;
}

/** The drafts in the database, read anew after every change that another page or the background makes. */
export function useDrafts(): DraftsRead {
  const [drafts, setDrafts] = useState<readonly Draft[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const reload = useCallback(async () => {
    try {
      setDrafts(await listDrafts());
      setFailure(null);
    } catch (error) {
      setFailure(String(error));
    }
  }, []);
  useEffect(() => {
    const stop = watchDrafts(() => void reload());
    void reload();
    return stop;
  }, [reload]);
  return { drafts, failure, reload };
}
