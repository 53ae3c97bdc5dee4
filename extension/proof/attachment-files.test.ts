import { describe, expect, it } from "vitest";
import { SMALL_PNG } from "../../tests/support/small-png";
import { attachmentFiles, type PictureReader } from "./attachment-files";

const PICTURE = { kind: "image", url: "https://forum.test/box.png", alt: "Коробка" };

/** A page that gives the pieces of one picture, by `cut` altered on the way. */
function pageWith(cut: (piece: string) => string): PictureReader {
  const bytes = Buffer.from(SMALL_PNG);
  return {
    read: async () => ({ mediaType: "image/png", bytes: bytes.length }),
    piece: async (from, to) => cut(bytes.subarray(from, to).toString("base64")),
  };
}

describe("a picture that hangs on the post", () => {
  it("is kept byte for byte, under its own words", async () => {
    const { files, missing } = await attachmentFiles(
      [PICTURE],
      pageWith((piece) => piece),
    );
    expect(missing).toBe(0);
    expect(files).toMatchObject([{ id: "attachment-1", name: "Коробка", url: PICTURE.url }]);
    expect(new Uint8Array((await files[0]?.blob.arrayBuffer()) ?? [])).toEqual(SMALL_PNG);
  });

  it.each([
    ["when the page has gone meanwhile", () => ""],
    ["when the page holds another one by now", (piece: string) => piece.slice(0, 8)],
  ])("is missing rather than broken %s", async (_when, cut) => {
    expect(await attachmentFiles([PICTURE], pageWith(cut))).toEqual({ files: [], missing: 1 });
  });
});
