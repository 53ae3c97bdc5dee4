import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { allFurtherReaders } from "../clip/all-further-readers";

// Runs after the clip script, where that asks for it, and has the page read once more.
export default defineUnlistedScript(() => {
  globalThis.otklikFurtherReaders = allFurtherReaders;
  return globalThis.otklikClip?.() ?? null;
});
