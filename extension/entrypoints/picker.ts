import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { startPicker } from "../picker/start-picker";

// Runs after the clip script, whose finder it uses: the readers are in the page once.
export default defineUnlistedScript(() => {
  const { otklikFinder: finder, otklikPickOrder: order } = globalThis;
  if (finder === undefined || order === undefined) return 0;
  return startPicker(window, finder, order, () => {
    void browser.runtime.sendMessage({ type: "picked" }).catch(() => undefined);
  });
});
