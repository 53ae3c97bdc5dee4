import type { ComplaintEvent } from "@otklik/shared/complaint/complaint";
import { OWED_CLOCKS } from "@otklik/shared/deadline/vocabulary";
import type { Locale } from "@otklik/shared/people/locale";
import { sayDesk } from "../messages/index";

/** An event of the log in words. */
export function sayEvent(locale: Locale, { kind, data }: Pick<ComplaintEvent, "kind" | "data">): string {
  if (kind !== "step_recorded") return sayDesk(locale, `history.${kind}`);
  const clock = OWED_CLOCKS.find((each) => each === data.clock);
  const step = clock === undefined ? "" : sayDesk(locale, `step.${clock}`);
  return sayDesk(locale, data.closes === true ? "history.closedBy" : "history.step", { step });
}
