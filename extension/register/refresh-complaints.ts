import type { ComplaintPage } from "@otklik/shared/complaint/complaint";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { type Connection, isStillPaired } from "../api/connection";
import { clientOf } from "../api/register-client";
import { readAnswer } from "../api/server-answer";
import { readLocale } from "../settings/settings";
import { NO_COMPLAINTS, storedComplaints } from "./complaint-copy";
import { orderOpen } from "./order-open";

/** Asks the server for the agent's complaints. A failure is noted beside the copy, which stays. */
export async function refreshComplaints(connection: Connection): Promise<void> {
  const page = await fetchPage(connection);
  if (!(await isStillPaired(connection))) return;
  const now = new Date(Date.now()).toISOString();
  if (page !== null) {
    const complaints = orderOpen(page.complaints);
    const { zone, window } = page;
    await storedComplaints.write({ complaints, zone, window, confirmedAt: now, failingSince: null });
    return;
  }
  const before = (await storedComplaints.read()) ?? NO_COMPLAINTS;
  await storedComplaints.write({ ...before, failingSince: before.failingSince ?? now });
}

async function fetchPage(connection: Connection): Promise<ComplaintPage | null> {
  try {
    const client = clientOf(connection, await readLocale());
    const query = { view: "mine", limit: String(LIMITS.listPage) } as const;
    const answer = await readAnswer(await client.api.complaints.$get({ query }));
    return answer.status === 200 && isPage(answer.body) ? answer.body : null;
  } catch {
    return null;
  }
}

function isPage(body: unknown): body is ComplaintPage {
  return (
    typeof body === "object" &&
    body !== null &&
    "complaints" in body &&
    Array.isArray(body.complaints) &&
    "zone" in body
  );
}
