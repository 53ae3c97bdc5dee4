import type { CaptureNote } from "../../clip/captured-page";
import {
  type ClickedTab,
  isStillThere,
  PAUSE_MS,
  pause,
  pictureOf,
  type Screenshot,
} from "../../clip/screenshot";
import type { CropPicture } from "../../storage/database";
import type { PostView } from "./post-view";
import { cutOf, nextRows, type Strip } from "./stitch";

/** The page's side of it, asked through `executeScript`. */
export interface PostOnPage {
  view(): Promise<PostView | null>;
  to(row: number): Promise<PostView | null>;
  back(): Promise<void>;
}

export interface Cropped {
  readonly blob: Blob;
  readonly picture: CropPicture;
  readonly notes: readonly CaptureNote[];
}

/** A post may be so many viewports high; the rest is in the snapshot. */
const MOST_VIEWPORTS = 12;
/** Sides and area that every browser can draw. */
const MOST_PIXELS = 16_000;

interface Taken {
  readonly strip: Strip;
  readonly image: Blob;
}

/**
 * The picture of the post alone: cut out of the screenshot where it shows all of it, else put together from
 * several as the page is scrolled, which is put back where it was.
 *
 * @param goOn false ends it: the draft was sent, so that nobody waits for more
 * @param progress from 0 to 1
 */
export async function cropPost(
  tab: ClickedTab,
  post: PostOnPage,
  screenshot: Screenshot | null,
  goOn: () => Promise<boolean>,
  progress: (part: number) => void,
): Promise<Cropped | null> {
  const view = await post.view();
  if (view === null || view.box.width < 1 || view.box.height < 1) return null;
  const { box } = view;
  const isWhole =
    !view.isCovered &&
    view.clear !== null &&
    view.clear.top - box.y <= 1 &&
    box.y + box.height - view.clear.bottom <= 1;
  if (isWhole && screenshot?.place?.box && isSameBox(screenshot.place.box, box)) {
    const strip = { from: 0, to: box.height, post: { x: box.x, y: box.y } };
    return drawn(view, [{ strip, image: screenshot.image }], []);
  }
  const { taken, notes } = await picturesOf(tab, post, view, goOn, progress);
  return taken.length === 0 ? null : drawn(view, taken, notes);
}

async function picturesOf(
  tab: ClickedTab,
  post: PostOnPage,
  start: PostView,
  goOn: () => Promise<boolean>,
  progress: (part: number) => void,
): Promise<{ taken: Taken[]; notes: CaptureNote[] }> {
  const taken: Taken[] = [];
  const notes = new Set<CaptureNote>();
  const most = MOST_VIEWPORTS * start.place.viewport.height;
  const height = Math.min(start.box.height, most);
  const isWide = start.box.x < 0 || start.box.x + start.box.width > start.place.viewport.width;
  if (start.box.height > most || isWide) notes.add("crop-cut");
  let done = 0;
  try {
    while (height - done >= 1) {
      if (!(await goOn()) || !(await isStillThere(tab))) {
        notes.add("crop-cut");
        break;
      }
      const view = await post.to(done);
      const rows = view?.clear ? nextRows(done, height, view.clear, view.box.y) : null;
      if (view === null || rows === null || view.box.width !== start.box.width) {
        notes.add("crop-cut");
        break;
      }
      await pause(PAUSE_MS);
      const image = await pictureOf(tab.windowId);
      const after = await post.view();
      if (image === null || after === null || !isSameBox(after.box, view.box) || !(await isStillThere(tab))) {
        notes.add("crop-cut");
        break;
      }
      if (view.isCovered || !rows.isGapless) notes.add("crop-covered");
      taken.push({ strip: { from: done, to: rows.to, post: { x: view.box.x, y: view.box.y } }, image });
      done = rows.to;
      progress(done / height);
    }
  } finally {
    await post.back();
  }
  return { taken, notes: [...notes] };
}

async function drawn(
  { box, place }: PostView,
  taken: readonly Taken[],
  notes: readonly CaptureNote[],
): Promise<Cropped | null> {
  const rows = Math.max(...taken.map(({ strip }) => strip.to));
  let canvas: OffscreenCanvas | null = null;
  let context: OffscreenCanvasRenderingContext2D | null = null;
  let scale = 1;
  let shrink = 1;
  for (const { strip, image } of taken) {
    const bitmap = await createImageBitmap(image);
    const { visual, viewport } = place;
    scale = (bitmap.width / viewport.width) * visual.scale;
    const seen = { ...strip, post: { x: strip.post.x - visual.x, y: strip.post.y - visual.y } };
    const cut = cutOf(seen, scale, bitmap, box.width);
    if (canvas === null) {
      shrink = Math.min(1, MOST_PIXELS / (rows * scale));
      canvas = new OffscreenCanvas(
        Math.max(1, Math.round(cut.width * shrink)),
        Math.max(1, Math.round(rows * scale * shrink)),
      );
      context = canvas.getContext("2d");
    }
    if (cut.width > 0 && cut.height > 0) {
      context?.drawImage(
        bitmap,
        ...[cut.x, cut.y, cut.width, cut.height],
        ...[0, cut.down * shrink, cut.width * shrink, cut.height * shrink],
      );
    }
    bitmap.close();
  }
  if (canvas === null || context === null) return null;
  const blob = await canvas.convertToBlob({ type: "image/png" });
  const { width, height } = canvas;
  const picture = { width, height, post: { width: box.width, height: box.height }, scale: scale * shrink };
  return { blob, picture, notes };
}

function isSameBox(one: PostView["box"], other: PostView["box"]): boolean {
  return (
    Math.abs(one.x - other.x) < 1 &&
    Math.abs(one.y - other.y) < 1 &&
    Math.abs(one.width - other.width) < 1 &&
    Math.abs(one.height - other.height) < 1
  );
}
