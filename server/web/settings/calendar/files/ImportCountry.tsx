import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import { useEffect, useId, useState } from "preact/hooks";
import type { Failure } from "../../../api/outcome";
import { useSession } from "../../../entry/Session";
import { saySettings } from "../../../messages/settings/index";
import { FailureNote } from "../../../parts/FailureNote";
import { Waiting } from "../../../parts/Waiting";
import { useLocale } from "../../../preferences/Preferences";
import type { CalendarDesk } from "../../use-calendar-desk";
import { FIRST_YEAR, LAST_YEAR } from "../year-address";
import { ImportedDiff } from "./ImportedDiff";
import { namedCountries } from "./named-countries";

type State =
  | { readonly kind: "idle" }
  | { readonly kind: "reading" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "read"; readonly calendar: WorkCalendar };

/** How many years are offered, the present one among them. */
const YEARS = 3;

/** The public holidays of another country to begin a calendar with. What is moved there is not known. */
export function ImportCountry({ desk }: { desk: CalendarDesk }) {
  const locale = useLocale();
  const { ask } = useSession();
  const id = useId();
  const { draft, settings } = desk;
  const [codes, setCodes] = useState<readonly string[] | Failure | null>(null);
  const [country, setCountry] = useState(draft.calendar.country);
  const thisYear = Number(wallClockOf(new Date().toISOString(), settings.zone).day.slice(0, 4));
  const [years, setYears] = useState({ from: thisYear, to: thisYear + YEARS - 1 });
  const [state, setState] = useState<State>({ kind: "idle" });

  const load = async () => {
    const outcome = await ask(({ api }) => api.calendar.countries.$get());
    setCodes(outcome.kind === "done" ? outcome.body.countries : outcome);
  };
  useEffect(() => void load(), []);

  const read = async () => {
    setState({ kind: "reading" });
    const outcome = await ask(({ api }) =>
      api.calendar.countries[":country"].$get({
        param: { country },
        query: { from: String(years.from), to: String(years.to) },
      }),
    );
    setState(
      outcome.kind === "done"
        ? { kind: "read", calendar: outcome.body }
        : { kind: "failed", failure: outcome },
    );
  };

  return (
    <section class="settings-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{saySettings(locale, "country.title")}</h2>
      <p class="muted">{saySettings(locale, "country.detail")}</p>
      {codes === null ? (
        <Waiting lines={1} />
      ) : "kind" in codes ? (
        <FailureNote failure={codes} onRetry={() => void load()} />
      ) : (
        <form
          class="settings-line"
          onSubmit={(event) => {
            event.preventDefault();
            void read();
          }}
        >
          <div class="field">
            <label for={`${id}-country`}>{saySettings(locale, "country.country")}</label>
            <select
              id={`${id}-country`}
              value={country}
              onChange={(event) => setCountry(event.currentTarget.value)}
            >
              {namedCountries(locale, codes).map(({ code, name }) => (
                <option value={code} key={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          {(["from", "to"] as const).map((end) => (
            <div class="field" key={end}>
              <label for={`${id}-${end}`}>{saySettings(locale, `country.${end}`)}</label>
              <input
                type="number"
                id={`${id}-${end}`}
                required
                min={end === "to" ? years.from : FIRST_YEAR}
                max={LAST_YEAR}
                value={years[end]}
                onInput={(event) => setYears({ ...years, [end]: event.currentTarget.valueAsNumber })}
              />
            </div>
          ))}
          <button type="submit" class="button">
            {saySettings(locale, "country.read")}
          </button>
        </form>
      )}
      {state.kind === "reading" && <Waiting lines={3} />}
      {state.kind === "failed" && <FailureNote failure={state.failure} onRetry={() => void read()} />}
      {state.kind === "read" && (
        <ImportedDiff
          title={saySettings(locale, isMoved(state.calendar) ? "country.known" : "country.said", {
            country: namedCountries(locale, [state.calendar.country])[0]?.name ?? state.calendar.country,
            years: Object.keys(state.calendar.years).join(", "),
          })}
          years={Object.keys(state.calendar.years).map(Number)}
          calendar={state.calendar}
          draft={draft}
          onDone={() => setState({ kind: "idle" })}
        />
      )}
    </section>
  );
}

/** The country whose calendar comes with the register is known with its transfers. */
function isMoved({ years }: WorkCalendar): boolean {
  return Object.values(years).some(({ status }) => status !== "no_transfers_known");
}
