import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayDates } from "../../messages/dates/index";
import { useLocale } from "../../preferences/Preferences";
import { CountedDays } from "./CountedDays";
import { CountedTime } from "./CountedTime";
import { runsInTime } from "./runs-in-time";

interface TermTraceProps {
  readonly due: Complaint["dueDates"][number];
  readonly zone: string;
}

/** Every day or stretch of time that a term passed; of an extended date those that its rule gave. */
export function TermTrace({ due, zone }: TermTraceProps) {
  const locale = useLocale();
  const isExtended = due.cause === "extended";
  return (
    <>
      {isExtended && due.trace.length > 0 && <p class="muted">{sayDates(locale, "due.trace.ofRule")}</p>}
      {runsInTime(due.rule) ? (
        <CountedTime trace={due.trace} zone={zone} />
      ) : (
        <CountedDays trace={due.trace} dueOn={due.trace.at(-1)?.on ?? due.dueOn} />
      )}
    </>
  );
}
