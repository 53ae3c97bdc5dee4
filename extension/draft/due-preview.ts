import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { russia } from "@otklik/shared/deadline/calendar/russia";
import { dueDatesOf } from "@otklik/shared/deadline/due";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";

/**
 * The due dates that a draft would get if it were registered now, the answer's first and then the
 * earliest. The register counts again by its own clock.
 *
 * @param zone the organisation's, IANA name
 */
export function duePreview(
  request: Pick<RegisterComplaint, "kind" | "anonymous"> & {
    clip: { channel: RegisterComplaint["clip"]["channel"]; capturedAt: string };
  },
  now: Date,
  zone: string,
): DueDate[] {
  const registeredAt = now.toISOString();
  const { channel, capturedAt } = request.clip;
  const receivedAt = Date.parse(capturedAt) < now.getTime() ? capturedAt : registeredAt;
  const { kind, anonymous } = request;
  const dueDates = dueDatesOf(
    { kind, anonymous, channel, bases: [], receivedAt, registeredAt },
    ruDefault,
    russia,
    zone,
  );
  return [
    ...dueDates.filter(({ clock }) => clock === "answer"),
    ...dueDates.filter(({ clock }) => clock !== "answer"),
  ];
}
