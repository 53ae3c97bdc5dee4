import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { runClipScript } from "../clip/run-clip-script";

// Unlisted, so that activeTab is enough: the `matches` of a content script would become host permissions.
export default defineUnlistedScript(() => runClipScript(window));
