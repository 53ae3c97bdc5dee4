import { useEffect, useState } from "preact/hooks";
import { type GatheringProgress, gathered, gatheringLock, watchProgress } from "./gathering";

/** Nobody looks at a draft for longer while it is gathered. */
const ATMOST_MS = 60_000;

/** How far the evidence of a draft is; null when nothing is being gathered. */
export function useGathering(draftId: string): GatheringProgress | null {
  const [progress, setProgress] = useState<GatheringProgress | null>(null);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const { held } = await navigator.locks.query();
      if (isGone || held?.some(({ name }) => name === gatheringLock(draftId)) !== true) return;
      setProgress((before) => before ?? { draftId, part: null });
      await gathered(draftId, ATMOST_MS);
      if (!isGone) setProgress(null);
    };
    const stop = watchProgress((told) => {
      if (told.draftId !== draftId) return;
      if (told.part === null) void look();
      else setProgress(told);
    });
    void look();
    return () => {
      isGone = true;
      stop();
    };
  }, [draftId]);
  return progress;
}
