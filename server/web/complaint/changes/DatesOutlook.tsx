import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { DueMove, ReceiveAgain, Triage } from "@otklik/shared/complaint/term-changes";
import type { Clock } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDates } from "../../messages/dates/index";
import { useLazy } from "../../parts/use-lazy";
import { useLocale } from "../../preferences/Preferences";
import { sayEnd } from "../dates/say-end";
import { type DateMoves, dateMoves } from "./date-moves";
import type { RulesState } from "./use-rules";

type Engine = typeof import("./count-dates");
const loadEngine = () => import("./count-dates");

interface DatesOutlookProps {
  readonly complaint: Complaint;
  /** What the complaint would be taken for. */
  readonly triage: Triage;
  /** The new event from which every clock would run; null when what is known runs on. */
  readonly receipt: ReceiveAgain | null;
  readonly rules: RulesState;
  readonly now: Date;
}

/** What would become of the dates, counted in the page while the choice is being made. */
export function DatesOutlook({ complaint, triage, receipt, rules, now }: DatesOutlookProps) {
  const locale = useLocale();
  const engine = useLazy(loadEngine);
  const outlook = outlookOf(engine, complaint, triage, receipt, rules);
  const reading = { zone: complaint.zone, now };

  const sayOne = ({ clock, before, after }: DueMove, stands: ReadonlySet<Clock>) => {
    const name = sayDeadline(locale, `clock.${clock}`);
    const was = before === null ? "" : sayEnd(locale, before, reading);
    if (after === null) {
      const becomes = stands.has(clock) ? "outlook.stands" : "outlook.not_owed";
      return sayDates(locale, becomes, { clock: name, before: was });
    }
    const will = sayEnd(locale, after, reading);
    return before === null
      ? sayDates(locale, "outlook.new", { clock: name, after: will })
      : sayDates(locale, "outlook.moved", { clock: name, before: was, after: will });
  };
  const sayStays = ({ stays }: Outlook) =>
    stays
      .map(({ clock, before }) =>
        sayDates(locale, "outlook.stay", {
          clock: sayDeadline(locale, `clock.${clock}`),
          before: before === null ? "" : sayEnd(locale, before, reading),
        }),
      )
      .join("; ");

  return (
    <div class="outlook" role="status">
      {typeof outlook === "string" ? (
        <p class="muted">{sayDates(locale, `outlook.${outlook}`)}</p>
      ) : (
        <>
          {outlook.moves.length > 0 && (
            <ul class="plain-list">
              {outlook.moves.map((move) => (
                <li key={move.clock}>{sayOne(move, outlook.stands)}</li>
              ))}
            </ul>
          )}
          {outlook.stays.length > 0 && (
            <p class="muted">{sayDates(locale, "outlook.stays", { dates: sayStays(outlook) })}</p>
          )}
          {outlook.closes && <p>{sayDates(locale, "outlook.closes")}</p>}
        </>
      )}
    </div>
  );
}

interface Outlook extends DateMoves {
  /** Clocks that would stand still because the complainant is waited for. */
  readonly stands: ReadonlySet<Clock>;
}

/** `unknown` where the page cannot count as the server will: it lacks rules, or the events of a merged complaint. */
function outlookOf(
  engine: Engine | "failed" | null,
  complaint: Complaint,
  triage: Triage,
  receipt: ReceiveAgain | null,
  rules: RulesState,
): Outlook | "unknown" | "counting" {
  if (rules === "unknown" || engine === "failed" || complaint.mergedFrom.length > 0) return "unknown";
  if (rules === "reading" || engine === null) return "counting";
  try {
    const counted = engine.countDates(complaint, triage, receipt, rules);
    const moves = dateMoves(complaint, counted, receipt === null ? "triage" : "receipt");
    return { ...moves, stands: new Set(counted.still.map(({ clock }) => clock)) };
  } catch {
    // Rules or a calendar that nothing can be counted by: the server will say so when it is saved.
    return "unknown";
  }
}
