import { jpegWithoutMetadata } from "./jpeg";
import { pngWithoutMetadata } from "./png";
import { webpWithoutMetadata } from "./webp";

type Cleaner = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>[] | null;

const CLEANERS: Readonly<Record<string, Cleaner>> = {
  "image/jpeg": jpegWithoutMetadata,
  "image/png": pngWithoutMetadata,
  "image/webp": webpWithoutMetadata,
};

/**
 * A picture without what cameras and programs write beside it: where and when it was taken, with what device, its
 * thumbnail, comments, and whatever follows its end. The picture itself is kept byte for byte, with its colours and
 * the way it is turned. Pictures of other types come back as they are: no camera writes them.
 *
 * @returns null when the bytes are not what the type says, so that nobody knows what they hold
 */
export async function withoutMetadata(picture: Blob): Promise<Blob | null> {
  const cleaner = CLEANERS[picture.type];
  if (cleaner === undefined) return picture;
  const kept = cleaner(new Uint8Array(await picture.arrayBuffer()));
  return kept === null ? null : new Blob(kept, { type: picture.type });
}
