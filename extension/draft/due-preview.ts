import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { dueDatesOf } from "@otklik/shared/deadline/due";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import { rolledFrom } from "@otklik/shared/deadline/rolled-from";
import type { ExplainedDue } from "@otklik/shared/deadline/say/say-why";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import type { CurrentRules } from "@otklik/shared/settings/regulation-settings";

/** What of a draft its due dates hang on. */
export type DatedRequest = Pick<RegisterComplaint, "kind" | "anonymous"> & {
  readonly clip: { readonly channel: RegisterComplaint["clip"]["channel"]; readonly capturedAt: string };
};

/**
 * The due dates that a draft would get if it were registered now, the answer's first and then the
 * earliest. The register counts again by its own clock.
 *
 * @returns null when the rules cannot be counted by: what the register does then is its own affair
 */
export function duePreview(
  request: DatedRequest,
  now: Date,
  { regulation, calendar, zone }: CurrentRules,
): (DueDate & ExplainedDue)[] | null {
  const registeredAt = now.toISOString();
  const { channel, capturedAt } = request.clip;
  const receivedAt = Date.parse(capturedAt) < now.getTime() ? capturedAt : registeredAt;
  const { kind, anonymous } = request;
  const facts = { kind, anonymous, channel, bases: [], receivedAt, registeredAt };
  try {
    const dueDates = dueDatesOf(facts, regulation, calendar, zone).map((due) => {
      const startOn = localDateOf(due.startAt, zone);
      const rolled = rolledFrom(due.rule, startOn, due.dueOn, calendar);
      return { ...due, startOn, rolledFrom: rolled, cause: "registered" as const };
    });
    return [
      ...dueDates.filter(({ clock }) => clock === "answer"),
      ...dueDates.filter(({ clock }) => clock !== "answer"),
    ];
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
