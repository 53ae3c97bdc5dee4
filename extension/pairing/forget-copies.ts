import { cachedRules } from "../api/rules-cache";
import { cachedSession } from "../api/session-cache";
import { storedBadge } from "../badge/badge-copy";
import { storedComplaints } from "../register/complaint-copy";
import { cachedCorrections } from "../site-health/corrections-cache";
import { storedHealth } from "../site-health/health-store";

/** What was copied from one server must not be shown as another's. The outbox and its receipts stay. */
export async function forgetCopies(): Promise<void> {
  await Promise.all([
    cachedSession.remove(),
    cachedRules.remove(),
    storedBadge.remove(),
    storedComplaints.remove(),
    cachedCorrections.remove(),
    storedHealth.remove(),
  ]);
}
