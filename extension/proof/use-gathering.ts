import { useEffect, useState } from "preact/hooks";
import { tell } from "../messaging/messages";
import { type GatheringProgress, gathered, isBeingGathered, watchProgress } from "./gathering";

/** Nobody looks at a draft for longer while it is gathered. */
const ATMOST_MS = 60_000;

/**
 * How far the evidence of a draft is; null when nothing is being gathered. Evidence that nobody gathers any more,
 * for the background was ended or the draft brought back, is asked for again.
 *
 * @param isWanted the draft says that its evidence is not all there
 */
export function useGathering(draftId: string, isWanted: boolean): GatheringProgress | null {
  const [progress, setProgress] = useState<GatheringProgress | null>(null);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const isUnderWay = await isBeingGathered(draftId);
      if (isGone) return;
      if (!isUnderWay) {
        if (isWanted) await tell({ type: "resume-gathering" });
        return;
      }
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
  }, [draftId, isWanted]);
  return progress;
}
