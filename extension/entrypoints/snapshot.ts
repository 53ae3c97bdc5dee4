import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { runSnapshotScript } from "../proof/snapshot/run-snapshot-script";

// Apart from the clip script, so that the draft never waits for it.
export default defineUnlistedScript(() => runSnapshotScript(window));
