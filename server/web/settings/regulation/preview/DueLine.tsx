import { sayAct } from "@otklik/shared/deadline/say/say-act";
import { sayDue } from "@otklik/shared/deadline/say/say-due";
import { sayTerm } from "@otklik/shared/deadline/say/say-why";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import { CountedDays } from "../../../complaint/dates/CountedDays";
import { CountedTime } from "../../../complaint/dates/CountedTime";
import { runsInTime } from "../../../complaint/dates/runs-in-time";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import type { ClockDates, CountedDate } from "./count-dates";

interface DueLineProps {
  readonly dates: ClockDates;
  /** From when the dates are told. */
  readonly from: Date;
  readonly zone: string;
}

/** One clock of the sample: its date by the draft, by which rule and days, and what the version in force gives. */
export function DueLine({ dates, from, zone }: DueLineProps) {
  const locale = useLocale();
  const { clock, draft } = dates;
  return (
    <li class="due-line-preview">
      <p class="due-preview">
        <span class="due-clock">{sayDueWord(locale, `clock.${clock}`)}</span>{" "}
        {draft === null ? (
          <strong>{sayRegulation(locale, "preview.gone")}</strong>
        ) : (
          <strong>{sayDue(locale, draft, from, zone, null)}</strong>
        )}
      </p>
      <Difference dates={dates} from={from} zone={zone} />
      {draft !== null && <Rule date={draft} zone={zone} />}
    </li>
  );
}

/** What the version in force gives, where it is another date. */
export function Difference({ dates: { draft, present }, from, zone }: Omit<DueLineProps, "clock">) {
  const locale = useLocale();
  if (draft?.dueAt === present?.dueAt) return null;
  if (present === null) return <p class="difference">{sayRegulation(locale, "preview.wasNone")}</p>;
  const due = sayDue(locale, present, from, zone, null);
  const key =
    draft === null ? "preview.was" : draft.dueAt < present.dueAt ? "preview.earlier" : "preview.later";
  return <p class="difference">{sayRegulation(locale, key, { due })}</p>;
}

/** By which rule, and every day or stretch of time that was passed. */
function Rule({ date, zone }: { date: CountedDate; zone: string }) {
  const locale = useLocale();
  return (
    <>
      <p class="rule-note">
        {sayTerm(locale, date.rule)} · {sayAct(locale, date.rule.basis)}
      </p>
      {date.trace.length > 0 && (
        <details class="why">
          <summary>
            {sayRegulation(locale, "preview.days")}
            <span class="hidden">: {sayDueWord(locale, `clock.${date.clock}`)}</span>
          </summary>
          <div class="why-body">
            {runsInTime(date.rule) ? (
              <CountedTime trace={date.trace} zone={zone} />
            ) : (
              <CountedDays trace={date.trace} dueOn={date.trace.at(-1)?.on ?? date.dueOn} />
            )}
          </div>
        </details>
      )}
    </>
  );
}
