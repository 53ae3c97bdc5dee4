const PATIENCE_MS = 3_000;

/** Types that browsers show in an `img` and that ask for nothing by themselves there. */
export const PICTURE_TYPES = /^image\/(?:png|jpeg|gif|webp|avif|svg\+xml)$/;

/**
 * The bytes at an address, asked for as the page itself would ask: from its cache, with its own session where
 * it is the same site, and only where the other site lets the page read it.
 *
 * @param atMost bytes; a longer file is not read to its end
 * @returns null when it cannot be had
 */
export async function fetchPicture(url: string, atMost: number): Promise<Blob | null> {
  if (!/^(?:https?|blob|data):/.test(url)) return null;
  try {
    const answer = await fetch(url, { cache: "force-cache", signal: AbortSignal.timeout(PATIENCE_MS) });
    const type = (answer.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (!answer.ok || answer.body === null || !PICTURE_TYPES.test(type)) {
      await answer.body?.cancel();
      return null;
    }
    const bytes: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    for (const reader = answer.body.getReader(); ; ) {
      const { value, done } = await reader.read();
      if (done) return new Blob(bytes, { type });
      length += value.length;
      if (length > atMost) {
        await reader.cancel();
        return null;
      }
      bytes.push(value);
    }
  } catch {
    return null;
  }
}

/** A picture as it is drawn now, where the browser lets it be read: its own site's, or one shown with leave. */
export async function drawnPicture(
  element: Element,
  size: { readonly width: number; readonly height: number },
): Promise<Blob | null> {
  if (!(element instanceof HTMLImageElement) || size.width < 1 || size.height < 1) return null;
  return redrawn(element, size).catch(() => null);
}

/**
 * A picture made smaller, for a snapshot that need not hold more than was seen.
 *
 * @returns null when it cannot be drawn
 */
export async function shrunkPicture(
  blob: Blob,
  size: { readonly width: number; readonly height: number },
): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(blob);
    const scale = Math.min(1, Math.max(size.width / bitmap.width, size.height / bitmap.height));
    const small = await redrawn(bitmap, { width: bitmap.width * scale, height: bitmap.height * scale });
    bitmap.close();
    return small;
  } catch {
    return null;
  }
}

async function redrawn(
  picture: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Blob | null> {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  // A canvas that holds another site's picture refuses here.
  return canvas.convertToBlob({ type: "image/webp", quality: 0.85 });
}
