import type { Connection } from "../api/connection";
import { clientOf } from "../api/register-client";
import { readAnswer } from "../api/server-answer";
import { readLocale } from "../settings/settings";
import { changeHealth } from "./health-store";

const AN_HOUR_MS = 3_600_000;

/** Tells the server what was counted, at most once an hour; what it has not confirmed goes again under the same id. */
export async function reportHealth(connection: Connection): Promise<void> {
  try {
    const now = new Date(Date.now());
    let isDue = false;
    const { sending } = await changeHealth((state) => {
      const begun = state.begunAt === null ? 0 : Date.parse(state.begunAt);
      // A clock that was set back must not silence it for long.
      isDue = Math.abs(now.getTime() - begun) >= AN_HOUR_MS;
      if (!isDue || (state.sending === null && state.counts.length === 0)) return state;
      const begunAt = now.toISOString();
      if (state.sending !== null) return { ...state, begunAt };
      return { counts: [], sending: { id: crypto.randomUUID(), counts: [...state.counts] }, begunAt };
    });
    if (!isDue || sending === null) return;
    const { api } = clientOf(connection, await readLocale());
    const { status } = await readAnswer(await api.sites.health.$post({ json: sending }));
    // Refused for good: it would be refused for ever, and counts are not worth that.
    if (status !== 204 && status !== 422) return;
    await changeHealth((state) => (state.sending?.id === sending.id ? { ...state, sending: null } : state));
  } catch {
    // It goes with a later refresh.
  }
}
