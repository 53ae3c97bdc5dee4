import type { RegisterComplaint, RegisteredComplaint } from "@otklik/shared/complaint/complaint";
import { registeredComplaintSchema } from "@otklik/shared/complaint/complaint";
import type { TestDevice } from "./organisation";
import type { ServerProcess } from "./server-process";

/** Registers over the wire, as an extension does; throws when the server refuses. */
export async function registerOver(
  server: Pick<ServerProcess, "url">,
  device: TestDevice,
  complaint: RegisterComplaint,
): Promise<RegisteredComplaint> {
  const answer = await fetch(`${server.url}/api/complaints`, {
    method: "POST",
    headers: { ...device.headers, "content-type": "application/json" },
    body: JSON.stringify(complaint),
  });
  if (!answer.ok) throw new Error(`Refused with ${answer.status}: ${await answer.text()}`);
  return registeredComplaintSchema.parse(await answer.json());
}
