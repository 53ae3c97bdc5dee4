import { browser } from "wxt/browser";
import type { PictureReader } from "./attachment-files";
import type { PostOnPage } from "./crop/crop-post";
import type { PageSnapshot, SnapshotOrder } from "./snapshot/run-snapshot-script";

/** The page that was clipped, spoken to by scripts; every answer is null once it has gone or may not be read. */
export interface PageOfPost extends PostOnPage, PictureReader {
  /** Also lays ready what the others ask for. */
  snapshot(): Promise<PageSnapshot | null>;
}

/** @param order names the posts: other clips of the same page may have come since */
export function pageOfPost(tabId: number, order: SnapshotOrder): PageOfPost {
  const target = { tabId };
  return {
    snapshot: async () => {
      const leave = (given: SnapshotOrder) => {
        globalThis.otklikProofOf = given;
      };
      await answerOf(browser.scripting.executeScript({ target, func: leave, args: [order] }));
      const files = ["/snapshot.js"] as const;
      return answerOf(
        browser.scripting.executeScript<[], PageSnapshot | null>({ target, files: [...files] }),
      );
    },
    view: () =>
      answerOf(
        browser.scripting.executeScript({ target, func: () => globalThis.otklikScroll?.view() ?? null }),
      ),
    to: (row) =>
      answerOf(
        browser.scripting.executeScript({
          target,
          func: async (row: number) => (await globalThis.otklikScroll?.to(row)) ?? null,
          args: [row],
        }),
      ),
    back: async () => {
      await answerOf(
        browser.scripting.executeScript({ target, func: () => globalThis.otklikScroll?.back() ?? null }),
      );
    },
    read: (url, atMost) =>
      answerOf(
        browser.scripting.executeScript({
          target,
          func: async (url: string, atMost: number) =>
            (await globalThis.otklikReadPicture?.(url, atMost)) ?? null,
          args: [url, atMost],
        }),
      ),
    piece: async (from, to) =>
      (await answerOf(
        browser.scripting.executeScript({
          target,
          func: (from: number, to: number) => globalThis.otklikPiece?.(from, to) ?? "",
          args: [from, to],
        }),
      )) ?? "",
  };
}

async function answerOf<Answer>(
  running: Promise<readonly { readonly result?: Answer }[]>,
): Promise<Awaited<Answer> | null> {
  try {
    const [done] = await running;
    return (await done?.result) ?? null;
  } catch {
    return null;
  }
}
