import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDates } from "../../messages/dates/index";
import { formatInstant } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { sayEnd } from "./say-end";

interface RevisionNoteProps {
  readonly due: Complaint["dueDates"][number];
  readonly complaint: Pick<Complaint, "zone" | "dueHistory">;
  readonly now: Date;
}

/** Why a date is not the one that registration gave, and what it was before. */
export function RevisionNote({ due, complaint, now }: RevisionNoteProps) {
  const locale = useLocale();
  if (due.cause === "registered" || due.cause === "closed") return null;
  const { zone, dueHistory } = complaint;
  const before = dueHistory.find(({ clock }) => clock === due.clock);
  const cause = sayDates(locale, "due.cause", {
    cause: sayDeadline(locale, `cause.${due.cause}`),
    when: formatInstant(locale, due.madeAt, zone, now),
  });
  return (
    <p class="muted due-note">
      {before === undefined || before.dueAt === due.dueAt
        ? cause
        : sayDates(locale, "due.cause.before", { cause, before: sayEnd(locale, before, { zone, now }) })}
    </p>
  );
}
