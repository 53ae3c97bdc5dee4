import type { Region } from "@otklik/shared/complaint/clip";
import type { PostPlace } from "./captured-page";

/** Device pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The post's place on the screenshot, clipped to it.
 *
 * The image's own width tells how many device pixels a CSS pixel has: screen density and page zoom
 * are both in it, and pinch zoom is the visual viewport's scale.
 *
 * @returns whole device pixels; null when the place is not known or nothing of it is in the picture
 */
export function deviceRegion(place: PostPlace, image: ImageSize): Region | null {
  const { box, viewport, visual } = place;
  if (box === null || viewport.width <= 0 || !Number.isFinite(visual.scale)) return null;
  const pixels = (image.width / viewport.width) * visual.scale;
  const left = clamp(Math.floor((box.x - visual.x) * pixels), image.width);
  const top = clamp(Math.floor((box.y - visual.y) * pixels), image.height);
  const right = clamp(Math.ceil((box.x - visual.x + box.width) * pixels), image.width);
  const bottom = clamp(Math.ceil((box.y - visual.y + box.height) * pixels), image.height);
  if (right - left < 1 || bottom - top < 1) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Rounding of both lengths to whole pixels makes less of a difference. */
const MAX_SKEW = 0.02;

/** Whether the picture has the viewport's shape: while a window is resized it may be of another one. */
export function isPictureOf({ viewport }: PostPlace, image: ImageSize): boolean {
  const [across, down] = [image.width / viewport.width, image.height / viewport.height];
  return Math.abs(across - down) <= across * MAX_SKEW;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
