import { makeDevice, type TestPerson } from "./organisation";
import { sampleComplaint } from "./sample-complaint";
import type { ServerProcess } from "./server-process";
import { makeSigner } from "./signed-complaint";

type Change = NonNullable<NonNullable<Parameters<typeof sampleComplaint>[0]>["clip"]>;

/**
 * A signed clip of two posts joins a complaint, over the wire, as an extension of the person's sends it; throws when
 * the server refuses.
 */
export async function addClipOver(
  server: Pick<ServerProcess, "url" | "db">,
  person: TestPerson,
  complaintId: string,
  change: Change,
): Promise<void> {
  const device = await makeDevice(server.db, person);
  const {
    evidence: _e,
    page: _p,
    channel: _c,
    capturedAt: _at,
    adapter: _a,
    ...post
  } = sampleComplaint().clip;
  const more = [{ ...post, narrative: "Поддержка молчит вторую неделю." }];
  const { id, clip } = await (await makeSigner())(sampleComplaint({ clip: { more, ...change } }));
  const answer = await fetch(`${server.url}/api/complaints/${complaintId}/clips`, {
    method: "POST",
    headers: { ...device.headers, "content-type": "application/json" },
    body: JSON.stringify({ id, clip }),
  });
  if (!answer.ok) throw new Error(`Refused with ${answer.status}: ${await answer.text()}`);
}
