import { browser } from "wxt/browser";
import { bytesOfBase64 } from "../storage/base64";
import type { CaptureNote, PostPlace } from "./captured-page";
import { isPictureOf } from "./device-region";

/** A picture of the visible tab, in device pixels, with the post's place at that moment. */
export interface Screenshot {
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
  readonly place: PostPlace | null;
}

export interface ScreenshotTaken {
  readonly screenshot: Screenshot | null;
  readonly note: CaptureNote | null;
}

/** The tab that was clicked. */
export interface ClickedTab {
  readonly id: number;
  readonly windowId: number;
  readonly url: string;
}

/** Browsers allow two pictures a second; the third waits this long. */
export const PAUSE_MS = 550;
const ATTEMPTS = 4;

/**
 * Takes the picture, and only of the page that was clicked: when another tab came to the front or the
 * address changed meanwhile, it is thrown away and the note says so. When the page moved while
 * the picture was taken (the side panel slides in), it is taken again.
 *
 * @param measure the post's place now; null when it cannot be measured
 */
export async function takeScreenshot(
  tab: ClickedTab,
  measure: () => Promise<PostPlace | null>,
): Promise<ScreenshotTaken> {
  let last: ScreenshotTaken = { screenshot: null, note: "screenshot-refused" };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1) await pause(PAUSE_MS);
    if (!(await isStillThere(tab))) return { screenshot: null, note: "page-changed" };
    const before = await measure();
    const image = await pictureOf(tab.windowId);
    const after = await measure();
    if (!(await isStillThere(tab))) return { screenshot: null, note: "page-changed" };
    if (image === null) continue;
    const { width, height } = await sizeOf(image);
    const isSteady = isSamePlace(before, after) && (after === null || isPictureOf(after, { width, height }));
    if (isSteady) return { screenshot: { image, width, height, place: after }, note: null };
    last = { screenshot: { image, width, height, place: null }, note: "post-place-unsure" };
  }
  return last;
}

/** Whether the tab that was clicked is still in front and still shows the same page. */
export async function isStillThere(tab: ClickedTab): Promise<boolean> {
  const now = await browser.tabs.get(tab.id).catch(() => null);
  return now?.active === true && now.windowId === tab.windowId && now.url === tab.url;
}

/** A picture of what is in front; null when the browser refuses: too many a second, or a page that nobody may picture. */
export async function pictureOf(windowId: number): Promise<Blob | null> {
  const address = await browser.tabs.captureVisibleTab(windowId, { format: "png" }).catch(() => null);
  return address === null ? null : blobOf(address);
}

/** Decoded by hand: fetching a `data:` address would need a wider content security policy. */
function blobOf(dataAddress: string): Blob {
  const bytes = bytesOfBase64(dataAddress.slice(dataAddress.indexOf(",") + 1));
  return new Blob([bytes], { type: "image/png" });
}

/** In pixels. */
export async function sizeOf(image: Blob): Promise<{ width: number; height: number }> {
  const bitmap = await createImageBitmap(image);
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
}

function isSamePlace(before: PostPlace | null, after: PostPlace | null): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** Resolves after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
