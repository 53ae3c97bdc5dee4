import type { Region } from "@otklik/shared/complaint/clip";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Box } from "../clip/captured-page";
import type { CropPicture, DraftScreenshot, SnapshotParts } from "../storage/database";

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where hidden parts stand on the picture of the post alone, in its pixels.
 *
 * @returns null when that is not known: the post was of another size then
 */
export function hiddenOnCrop(
  hidden: readonly Box[],
  { post }: Pick<SnapshotParts, "post">,
  picture: CropPicture,
): Region[] | null {
  if (!isSameSize(post, picture.post)) return null;
  return regionsOf(hidden, { x: 0, y: 0 }, picture.scale, picture);
}

/**
 * Where hidden parts stand on the screenshot, with everything beside the post: whose words those are nobody knows.
 *
 * @returns null when the post's place on it is not known
 */
export function hiddenOnScreenshot(
  hidden: readonly Box[],
  { post }: Pick<SnapshotParts, "post">,
  { region, place, width, height }: Pick<DraftScreenshot, "region" | "place" | "width" | "height">,
): Region[] | null {
  if (!region || !place?.box || !isSameSize(post, place.box)) return null;
  const { box, viewport, visual } = place;
  const scale = (width / viewport.width) * visual.scale;
  const corner = { x: (box.x - visual.x) * scale, y: (box.y - visual.y) * scale };
  const beside = besideOnScreenshot({ region, width, height }) ?? [];
  return [...beside, ...regionsOf(hidden, corner, scale, { width, height })];
}

/**
 * Everything the screenshot shows beside the post; empty where the post fills it.
 *
 * @returns null when the post's place on it is not known
 */
export function besideOnScreenshot({
  region,
  width,
  height,
}: Pick<DraftScreenshot, "region" | "width" | "height">): Region[] | null {
  if (region === null) return null;
  const right = region.x + region.width;
  const below = region.y + region.height;
  return [
    { x: 0, y: 0, width, height: region.y },
    { x: 0, y: below, width, height: height - below },
    { x: 0, y: region.y, width: region.x, height: region.height },
    { x: right, y: region.y, width: width - right, height: region.height },
  ].filter(isSomething);
}

/** At most as many as the register takes: the last ones grow together, which hides more and never less. */
export function fewEnough(regions: readonly Region[]): Region[] {
  const few = [...regions];
  while (few.length > LIMITS.masks) {
    const [one, other] = few.splice(-2);
    if (one === undefined || other === undefined) break;
    const x = Math.min(one.x, other.x);
    const y = Math.min(one.y, other.y);
    few.push({
      ...{ x, y },
      width: Math.max(one.x + one.width, other.x + other.width) - x,
      height: Math.max(one.y + one.height, other.y + other.height) - y,
    });
  }
  return few;
}

/** Rounded outwards, so that no edge of a letter is left. */
function regionsOf(
  boxes: readonly Box[],
  corner: { readonly x: number; readonly y: number },
  scale: number,
  image: Size,
): Region[] {
  return boxes
    .map((box) => {
      const left = Math.max(Math.floor(corner.x + box.x * scale) - 1, 0);
      const top = Math.max(Math.floor(corner.y + box.y * scale) - 1, 0);
      const right = Math.min(Math.ceil(corner.x + (box.x + box.width) * scale) + 1, image.width);
      const bottom = Math.min(Math.ceil(corner.y + (box.y + box.height) * scale) + 1, image.height);
      return { x: left, y: top, width: right - left, height: bottom - top };
    })
    .filter(isSomething);
}

function isSomething({ width, height }: Size): boolean {
  return width >= 1 && height >= 1;
}

function isSameSize(one: Size, other: Size): boolean {
  return Math.abs(one.width - other.width) < 1 && Math.abs(one.height - other.height) < 1;
}
