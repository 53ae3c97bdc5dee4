import { sayAct } from "@otklik/shared/deadline/say/say-act";
import { sayDue } from "@otklik/shared/deadline/say/say-due";
import { sayTerm } from "@otklik/shared/deadline/say/say-why";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import { CountedDays } from "../../../complaint/dates/CountedDays";
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
      {draft !== null && <Rule date={draft} />}
    </li>
  );
}

/** What the version in force gives, where it is another date. */
export function Difference({ dates: { draft, present }, from, zone }: Omit<DueLineProps, "clock">) {
  const locale = useLocale();
  if (draft?.dueAt === present?.dueAt) return null;
  if (present === null) return <p class="difference">{sayRegulation(locale, "preview.wasNone")}</p>;
  const due = sayDue(locale, present, from, zone, null);
  return (
    <p class="difference">
      {sayRegulation(locale, "preview.was", { due })}
      {draft !== null && (
        <span class={draft.dueAt < present.dueAt ? "moved-earlier" : "moved-later"}>
          {" "}
          {sayRegulation(locale, draft.dueAt < present.dueAt ? "preview.earlier" : "preview.later")}
        </span>
      )}
    </p>
  );
}

/** By which rule, and every day that was passed. */
function Rule({ date }: { date: CountedDate }) {
  const locale = useLocale();
  return (
    <>
      <p class="rule-note">
        {sayTerm(locale, date.rule)} · {sayAct(locale, date.rule.basis)}
      </p>
      {date.trace.some(({ reason }) => reason.startsWith("day.")) && (
        <details class="why">
          <summary>
            {sayRegulation(locale, "preview.days")}
            <span class="hidden">: {sayDueWord(locale, `clock.${date.clock}`)}</span>
          </summary>
          <div class="why-body">
            <CountedDays trace={date.trace} dueOn={date.dueOn} />
          </div>
        </details>
      )}
    </>
  );
}
