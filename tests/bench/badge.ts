import type { ServerProcess } from "../support/built-server";
import { makeDevice, makeOrganisation, makePerson } from "../support/organisation";
import { sampleComplaint } from "../support/sample-complaint";
import { median, progress, report } from "./report";

const OPEN_COMPLAINTS = 1_000;
const BATCH = 100;
const REQUESTS = 500;

/** How long one person waits for the badge, with a thousand open complaints of her own. */
export async function measureBadge(server: ServerProcess): Promise<void> {
  progress(`badge: registering ${OPEN_COMPLAINTS} complaints`);
  const person = await makePerson(server.db, await makeOrganisation(server.db));
  const { token } = await makeDevice(server.db, person);
  for (let n = 0; n < OPEN_COMPLAINTS; n += BATCH) {
    const answer = await fetch(`${server.url}/api/complaints/batch`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ complaints: Array.from({ length: BATCH }, () => sampleComplaint()) }),
    });
    if (!answer.ok) throw new Error(`The batch was answered ${answer.status}`);
  }
  const latencies: number[] = [];
  for (let n = 0; n < REQUESTS; n++) {
    const begin = performance.now();
    const answer = await fetch(`${server.url}/api/badge`, { headers: { authorization: `Bearer ${token}` } });
    await answer.arrayBuffer();
    latencies.push(performance.now() - begin);
    if (answer.status !== 200) throw new Error(`The badge was answered ${answer.status}`);
  }
  report("badge.p50_ms", median(latencies), "ms", latencies.length);
}
