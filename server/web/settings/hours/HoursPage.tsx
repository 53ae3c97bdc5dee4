import { LIMITS } from "@otklik/shared/complaint/limits";
import type { BusinessHours } from "@otklik/shared/deadline/calendar/business-hours";
import { useId } from "preact/hooks";
import { saySettings } from "../../messages/settings/index";
import { weekdayNames } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { DraftBar } from "../parts/DraftBar";
import type { CalendarDesk } from "../use-calendar-desk";
import { DateHours } from "./DateHours";
import { DayHours } from "./DayHours";
import { sayHours } from "./say-hours";

/** When the organisation is open: by weekday, on worked weekends, on days off, on short days, on single dates. */
export function HoursPage({ desk }: { desk: CalendarDesk }) {
  const locale = useLocale();
  const id = useId();
  const { draft, mayWrite } = desk;
  const { hours } = draft.calendar;
  const put = (change: Partial<BusinessHours>) =>
    draft.change({ ...draft.calendar, hours: { ...hours, ...change } });
  const putDay = (place: number, intervals: BusinessHours["workingWeekend"]) =>
    put({ week: hours.week.map((day, each) => (each === place ? intervals : day)) });
  const [monday = []] = hours.week;

  return (
    <>
      <DraftBar desk={desk} />
      <p class="hours-sentence" role="status">
        {sayHours(locale, hours)}
      </p>
      <section class="settings-part" aria-labelledby={`${id}-week`}>
        <h2 id={`${id}-week`}>{saySettings(locale, "hours.week")}</h2>
        <p class="muted">{saySettings(locale, "hours.week.detail")}</p>
        <div class="hours-days">
          {weekdayNames(locale, "long").map((name, place) => (
            <DayHours
              key={name}
              name={name}
              intervals={hours.week[place] ?? []}
              mayWrite={mayWrite}
              onChange={(intervals) => putDay(place, intervals)}
            />
          ))}
        </div>
        {mayWrite && (
          <button
            type="button"
            class="button button-small hours-copy"
            onClick={() =>
              put({
                week: hours.week.map((day, place) =>
                  isOfWeekend(place, draft.calendar.weekend) ? day : monday,
                ),
              })
            }
          >
            {saySettings(locale, "hours.copyMonday")}
          </button>
        )}
      </section>
      <section class="settings-part" aria-labelledby={`${id}-unlike`}>
        <h2 id={`${id}-unlike`}>{saySettings(locale, "hours.unlike")}</h2>
        <div class="hours-days">
          <DayHours
            name={saySettings(locale, "hours.workingWeekend")}
            hint={saySettings(locale, "hours.workingWeekend.hint")}
            intervals={hours.workingWeekend}
            mayWrite={mayWrite}
            onChange={(workingWeekend) => put({ workingWeekend })}
          />
        </div>
        <fieldset class="hours-choice">
          <legend>{saySettings(locale, "hours.onDaysOff")}</legend>
          {(["closed", "open"] as const).map((choice) => (
            <label class="check" key={choice}>
              <input
                type="radio"
                name={`${id}-off`}
                checked={hours.onDaysOff === choice}
                disabled={!mayWrite}
                onChange={() => put({ onDaysOff: choice })}
              />
              {saySettings(locale, `hours.onDaysOff.${choice}`)}
            </label>
          ))}
        </fieldset>
        <ShortDay minutes={hours.shortDayMinutes} mayWrite={mayWrite} onChange={put} />
      </section>
      <DateHours dates={hours.dates} mayWrite={mayWrite} onChange={(dates) => put({ dates })} />
    </>
  );
}

interface ShortDayProps {
  readonly minutes: number;
  readonly mayWrite: boolean;
  readonly onChange: (change: Pick<BusinessHours, "shortDayMinutes">) => void;
}

function ShortDay({ minutes, mayWrite, onChange }: ShortDayProps) {
  const locale = useLocale();
  const id = useId();
  return (
    <div class="field hours-short">
      <label for={id}>{saySettings(locale, "hours.shortDay")}</label>
      <input
        type="number"
        id={id}
        min={0}
        max={LIMITS.shortDayMinutes}
        step={1}
        value={minutes}
        disabled={!mayWrite}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const { value, valueAsNumber, validity } = event.currentTarget;
          if (value !== "" && validity.valid) onChange({ shortDayMinutes: valueAsNumber });
          // What cannot be kept is not left standing as if it were.
          else event.currentTarget.value = String(minutes);
        }}
      />
      <p class="field-hint" id={`${id}-hint`}>
        {saySettings(locale, "hours.shortDay.hint", { most: LIMITS.shortDayMinutes })}
      </p>
    </div>
  );
}

function isOfWeekend(place: number, weekend: readonly number[]): boolean {
  return weekend.includes(place + 1);
}
