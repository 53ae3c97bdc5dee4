import type { AdapterHealth, ReportHealth } from "@otklik/shared/capture/adapter-health";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { CapturedPage } from "../clip/captured-page";
import { localItem } from "../settings/local-item";
import { addCount, countCapture } from "./count-capture";

/** Notes how well each post of a page was read. Never fails: a count is not worth a clip. */
export async function noteCapture(page: CapturedPage): Promise<void> {
  const counted = countCapture(page, new Date(Date.now()).toISOString().slice(0, 10));
  if (counted.length === 0) return;
  await changeHealth((state) => ({
    ...state,
    counts: counted.reduce(addCount, state.counts).slice(-LIMITS.healthCounts),
  })).catch(() => undefined);
}

/** What is counted and not told yet. */
export interface HealthState {
  readonly counts: readonly AdapterHealth[];
  /** On its way: sent again under the same id until the server has it. */
  readonly sending: ReportHealth | null;
  /** When the last report was begun, ISO instant; null before the first. */
  readonly begunAt: string | null;
}

export const storedHealth = localItem<HealthState>("siteHealth");

const NOTHING_COUNTED: HealthState = { counts: [], sending: null, begunAt: null };

/** One change at a time, in the whole browser. */
export async function changeHealth(change: (state: HealthState) => HealthState): Promise<HealthState> {
  return navigator.locks.request("otklik-site-health", async () => {
    const next = change((await storedHealth.read()) ?? NOTHING_COUNTED);
    await storedHealth.write(next);
    return next;
  });
}
