import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readOn } from "../clip/fallback/read-on";

// Apart from the clip script, which leaves its posts behind: few pages need it, and it is as big as all adapters.
export default defineUnlistedScript(() => {
  const root = globalThis.otklikClipped?.get(globalThis.otklikOrder?.clipId)?.roots[0];
  const tools = globalThis.otklikReading;
  return root === undefined || tools === undefined ? null : readOn(root, window, tools);
});
