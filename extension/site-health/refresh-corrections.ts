import { type Connection, isStillPaired } from "../api/connection";
import { clientOf } from "../api/register-client";
import { readAnswer } from "../api/server-answer";
import { readLocale } from "../settings/settings";
import { cachedCorrections, correctionsIn } from "./corrections-cache";

/** Asks what was put right of sites; what is known stays when the server does not answer or nothing has changed. */
export async function refreshCorrections(connection: Connection): Promise<void> {
  try {
    const known = await cachedCorrections.read();
    const { api } = clientOf(connection, await readLocale());
    const headers: Record<string, string> =
      known === null ? {} : { "If-None-Match": `"corrections-${known.revision}"` };
    const answer = await readAnswer(await api.sites.corrections.$get(undefined, { headers }));
    const corrections = answer.status === 200 ? correctionsIn(answer.body) : null;
    if (corrections === null || !(await isStillPaired(connection))) return;
    await cachedCorrections.write(corrections);
  } catch {
    // The cached ones serve until the next time.
  }
}
