import { usableConnection } from "../api/connection";
import { refreshRules } from "../api/refresh-rules";
import { refreshSession } from "../api/refresh-session";
import { paintBadge } from "../badge/paint-badge";
import { refreshBadge } from "../badge/refresh-badge";
import { refreshCorrections } from "../site-health/refresh-corrections";
import { reportHealth } from "../site-health/report-health";
import { refreshComplaints } from "./refresh-complaints";

/** Asks the server for all that is shown of the register, and paints the badge by it. */
export async function refreshRegister(): Promise<void> {
  const connection = await usableConnection();
  if (connection !== null) {
    await Promise.all([
      refreshBadge(connection),
      refreshComplaints(connection),
      refreshSession(connection),
      refreshRules(connection),
      refreshCorrections(connection),
      reportHealth(connection),
    ]);
  }
  await paintBadge();
}

/** Asks for the badge, as the alarm does every few minutes; and for the list, when the badge tells that it has changed. */
export async function askForBadge(): Promise<void> {
  const connection = await usableConnection();
  const hasChanged = connection !== null && (await refreshBadge(connection));
  await paintBadge();
  if (connection !== null && hasChanged) await refreshComplaints(connection);
}
