import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { type Browser, browser } from "wxt/browser";
import type { ClipTrigger } from "../clip/captured-page";
import { readTab } from "../clip/read-tab";
import { sayShell } from "../messages/shell";
import { localItem } from "../settings/local-item";
import { readLocale } from "../settings/settings";
import { withOutcome } from "./complete-draft";
import { draftOf } from "./start-draft";

/** The words of a clip that the database did not take: no pictures, for which there is no room. */
export interface RescuedClip {
  readonly request: RegisterComplaint;
  /** The browser's own words. */
  readonly reason: string;
}

/** Beside the database, which may be full, shut or broken; until the agent has saved them to files. */
export const storedRescue = localItem<readonly RescuedClip[]>("rescued");

const NOTICE = "clip-not-kept";

/**
 * Clips what can be clipped without the database, and says so: a notice at once, and in popup and panel a way to
 * save it. Where not even this is kept, the notice says that nothing was.
 */
export async function rescueClip(tab: Browser.tabs.Tab, trigger: ClipTrigger, error: unknown): Promise<void> {
  const started = draftOf(tab, trigger);
  const page = tab.id === undefined ? null : await readTab(tab.id, trigger, started.id);
  const { request } = withOutcome(started, { page, screenshot: null, note: null });
  const isKept = await add({ request, reason: String(error) }).then(
    () => true,
    () => false,
  );
  const locale = await readLocale();
  await browser.notifications.create(NOTICE, {
    type: "basic",
    iconUrl: "/icon/128.png",
    title: sayShell(locale, "rescued.title"),
    message: sayShell(locale, isKept ? "rescued.kept" : "rescued.lost"),
  });
}

/** Takes the named clips out for good; one that came meanwhile stays. */
export async function forgetRescued(ids: ReadonlySet<string>): Promise<void> {
  await change((rescued) => rescued.filter(({ request }) => !ids.has(request.id)));
}

function add(rescued: RescuedClip): Promise<void> {
  return change((others) => [...others, rescued]);
}

/** One change at a time, in the whole browser: two clips that fail together are both kept. */
function change(next: (rescued: readonly RescuedClip[]) => readonly RescuedClip[]): Promise<void> {
  return navigator.locks.request("otklik-rescued", async () => {
    const left = next((await storedRescue.read()) ?? []);
    await (left.length === 0 ? storedRescue.remove() : storedRescue.write(left));
  });
}
