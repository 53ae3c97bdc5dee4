import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayDates } from "../../messages/dates/index";
import { formatInstant } from "../../parts/format-when";
import { Icon } from "../../parts/Icon";
import { useLocale } from "../../preferences/Preferences";
import { DueMark } from "../../register/DueMark";
import { sayLeft } from "../../register/say-left";
import { sayEnd } from "./say-end";

interface DueStateProps {
  readonly due: Complaint["dueDates"][number];
  readonly complaint: Pick<Complaint, "status" | "zone" | "window">;
  readonly now: Date;
}

/** What became of a due date: done, no longer owed, kept until then, or still running and what is left of it. */
export function DueState({ due, complaint, now }: DueStateProps) {
  const locale = useLocale();
  const { zone, window, status } = complaint;
  const reading = { zone, now };
  if (due.clock === "retention") {
    return <span class="muted">{sayDates(locale, "due.kept", { until: sayEnd(locale, due, reading) })}</span>;
  }
  if (due.metAt !== null) {
    const isLate = new Date(due.metAt) >= new Date(due.dueAt);
    const when = formatInstant(locale, due.metAt, zone, now);
    return (
      <span class={`due ${isLate ? "due-overdue" : "due-in_time"}`}>
        <Icon name={isLate ? "overdue" : "none"} />
        {sayDates(locale, isLate ? "due.metLate" : "due.met", { when })}
      </span>
    );
  }
  if (status === "closed") return <span class="muted">{sayDates(locale, "due.notOwed")}</span>;
  const isLate = new Date(due.dueAt) <= now;
  return (
    <span class="due-state">
      <DueMark due={due} now={now} zone={zone} window={window} />
      <span class="muted">
        {isLate
          ? sayDates(locale, "due.was", { when: sayEnd(locale, { ...due, provisional: false }, reading) })
          : sayLeft(locale, due, now, zone, window)}
      </span>
    </span>
  );
}
