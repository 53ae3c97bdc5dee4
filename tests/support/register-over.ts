import type { RegisterComplaint, RegisteredComplaint } from "@otklik/shared/complaint/complaint";
import { registeredComplaintSchema } from "@otklik/shared/complaint/complaint";
import type { TestDevice } from "./organisation";
import type { ServerProcess } from "./server-process";

/**
 * Registers over the wire, as an extension does; throws when the server refuses. A connection that the server has
 * closed in the same moment is no answer, so the clip is sent once more, under its own id.
 */
export async function registerOver(
  server: Pick<ServerProcess, "url">,
  device: TestDevice,
  complaint: RegisterComplaint,
): Promise<RegisteredComplaint> {
  const send = () =>
    fetch(`${server.url}/api/complaints`, {
      method: "POST",
      headers: { ...device.headers, "content-type": "application/json" },
      body: JSON.stringify(complaint),
    });
  const answer = await send().catch((error: unknown) => {
    if (!wasClosed(error)) throw error;
    return send();
  });
  if (!answer.ok) throw new Error(`Refused with ${answer.status}: ${await answer.text()}`);
  return registeredComplaintSchema.parse(await answer.json());
}

/** Seen before or after the request was on its way. */
const CLOSED = ["UND_ERR_SOCKET", "ECONNRESET"];

/** An idle connection ends by the server's clock, which a busy machine reads late. */
function wasClosed(error: unknown): boolean {
  const cause = error instanceof TypeError ? error.cause : null;
  return cause instanceof Error && "code" in cause && CLOSED.includes(String(cause.code));
}
