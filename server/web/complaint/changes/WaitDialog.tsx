import type { Complaint } from "@otklik/shared/complaint/complaint";
import { isOwedClock } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { useSession } from "../../entry/Session";
import { sayDates } from "../../messages/dates/index";
import { useLocale } from "../../preferences/Preferences";
import { sayEnd } from "../dates/say-end";
import { ReasonDialog } from "./ReasonDialog";
import type { ChangeProps } from "./use-change";

/** Records that the complainant is waited for, and says which clocks stand still by it and which go on. */
export function WaitDialog(props: ChangeProps) {
  const { complaint, now } = props;
  const locale = useLocale();
  const { ask } = useSession();
  return (
    <ReasonDialog
      {...props}
      what="wait"
      request={(reason) =>
        ask(({ api }) =>
          api.complaints[":id"].pauses.$post({ param: { id: complaint.id }, json: { reason } }),
        )
      }
      say={({ pausedClocks }) => sayDates(locale, pausedClocks.length === 0 ? "wait.sent.none" : "wait.sent")}
    >
      <StandingClocks complaint={complaint} now={now} />
    </ReasonDialog>
  );
}

/** Which clocks would stand still from now on, and which go on whoever is waited for. */
function StandingClocks({ complaint, now }: { complaint: Complaint; now: Date }) {
  const locale = useLocale();
  const running = complaint.dueDates.filter(({ clock, metAt }) => metAt === null && isOwedClock(clock));
  const isStill = ({ rule, dueAt }: (typeof running)[number]) => rule.pausable && new Date(dueAt) > now;
  const still = running.filter(isStill);
  const goesOn = running.filter((due) => !isStill(due));
  const reading = { zone: complaint.zone, now };
  const sayAll = (dues: typeof running) =>
    dues
      .map((due) =>
        sayDates(locale, "outlook.stay", {
          clock: sayDeadline(locale, `clock.${due.clock}`),
          before: sayEnd(locale, due, reading),
        }),
      )
      .join("; ");
  return (
    <div>
      <p>
        {still.length === 0
          ? sayDates(locale, "wait.nothingStands")
          : sayDates(locale, "wait.stands", { dates: sayAll(still) })}
      </p>
      {goesOn.length > 0 && <p>{sayDates(locale, "wait.goesOn", { dates: sayAll(goesOn) })}</p>}
    </div>
  );
}
