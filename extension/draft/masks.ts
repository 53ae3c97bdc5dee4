import type { Region } from "@otklik/shared/complaint/clip";

/** All lengths here are pixels of the picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A smaller one is a slip of the hand. */
export const SMALLEST_MASK = 8;

/** The rectangle between two corners, within the picture; null when it is too small to be meant. */
export function maskBetween(one: Point, other: Point, image: Size): Region | null {
  const left = within(Math.min(one.x, other.x), image.width);
  const top = within(Math.min(one.y, other.y), image.height);
  const width = within(Math.max(one.x, other.x), image.width) - left;
  const height = within(Math.max(one.y, other.y), image.height) - top;
  return width < SMALLEST_MASK || height < SMALLEST_MASK ? null : { x: left, y: top, width, height };
}

/** A new mask for the keyboard: over the middle of the post, or of the picture where the post is not known. */
export function maskInMiddle(image: Size, region: Region | null): Region {
  const { x, y, width, height } = region ?? { x: 0, y: 0, ...image };
  const mask = { width: atLeast(Math.round(width / 3)), height: atLeast(Math.round(height / 8)) };
  return fitted({ x: x + (width - mask.width) / 2, y: y + (height - mask.height) / 2, ...mask }, image);
}

/** Moves a mask; it stops at the picture's edge. */
export function moveMask(mask: Region, by: Point, image: Size): Region {
  return fitted({ ...mask, x: mask.x + by.x, y: mask.y + by.y }, image);
}

/** Moves a mask's lower right corner. */
export function resizeMask(mask: Region, by: Point, image: Size): Region {
  const width = Math.min(atLeast(mask.width + by.x), image.width - mask.x);
  const height = Math.min(atLeast(mask.height + by.y), image.height - mask.y);
  return fitted({ ...mask, width, height }, image);
}

function fitted(mask: Region, image: Size): Region {
  const width = Math.min(Math.round(mask.width), image.width);
  const height = Math.min(Math.round(mask.height), image.height);
  return { x: within(mask.x, image.width - width), y: within(mask.y, image.height - height), width, height };
}

function within(value: number, most: number): number {
  return Math.round(Math.min(Math.max(value, 0), most));
}

function atLeast(length: number): number {
  return Math.max(length, SMALLEST_MASK);
}
