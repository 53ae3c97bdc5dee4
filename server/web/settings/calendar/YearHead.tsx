import { LIMITS } from "@otklik/shared/complaint/limits";
import {
  type CalendarYear,
  YEAR_STATUSES,
  type YearStatus,
} from "@otklik/shared/deadline/calendar/work-calendar";
import { sayAct } from "@otklik/shared/deadline/say/say-act";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { useId, useMemo, useRef } from "preact/hooks";
import { KEYS } from "../../keyboard/commands";
import { saySettings } from "../../messages/settings/index";
import { useAnnounce } from "../../parts/Announcer";
import { Icon } from "../../parts/Icon";
import { useLocale } from "../../preferences/Preferences";
import type { CalendarDesk } from "../use-calendar-desk";
import { PLAIN_YEAR } from "./edit/day-choice";
import { workedDaysOf } from "./worked-days";
import { FIRST_YEAR, LAST_YEAR } from "./year-address";

interface YearHeadProps {
  readonly year: number;
  readonly desk: CalendarDesk;
  readonly onGo: (year: number) => void;
}

/** Which year it is, how far it is known, and from what act. */
export function YearHead({ year, desk, onGo }: YearHeadProps) {
  const locale = useLocale();
  const announce = useAnnounce();
  const { calendar, change } = desk.draft;
  const data = calendar.years[year];
  const { worked, short } = useMemo(() => workedDaysOf(year, calendar), [year, calendar]);
  const put = (next: CalendarYear) => change({ ...calendar, years: { ...calendar.years, [year]: next } });
  // With what was pressed the focus would be gone.
  const title = useRef<HTMLHeadingElement>(null);
  const add = () => {
    put(PLAIN_YEAR);
    title.current?.focus();
  };
  const remove = () => {
    const { [year]: _removed, ...years } = calendar.years;
    change({ ...calendar, years });
    announce(saySettings(locale, "year.removed", { year: String(year) }));
    title.current?.focus();
  };

  return (
    <section class="year-head" aria-labelledby="year-title">
      <div class="year-turn">
        <button
          type="button"
          class="button"
          aria-label={saySettings(locale, "year.previous")}
          aria-keyshortcuts={KEYS.year_previous}
          title={`${saySettings(locale, "year.previous")} (${KEYS.year_previous})`}
          disabled={year === FIRST_YEAR}
          onClick={() => onGo(year - 1)}
        >
          <Icon name="back" />
        </button>
        <h2 id="year-title" aria-live="polite" tabIndex={-1} ref={title}>
          {year}
        </h2>
        <button
          type="button"
          class="button year-next"
          aria-label={saySettings(locale, "year.next")}
          aria-keyshortcuts={KEYS.year_next}
          title={`${saySettings(locale, "year.next")} (${KEYS.year_next})`}
          disabled={year === LAST_YEAR}
          onClick={() => onGo(year + 1)}
        >
          <Icon name="back" />
        </button>
      </div>
      <p class="year-count">
        <strong>{saySettings(locale, "year.worked", { count: worked })}</strong>
        {short > 0 && <span class="muted">, {saySettings(locale, "year.short", { count: short })}</span>}
      </p>
      {data === undefined ? (
        <div class="year-known">
          <p>{saySettings(locale, "year.missing", { year: String(year) })}</p>
          {desk.mayWrite && (
            <button type="button" class="button" onClick={add}>
              {saySettings(locale, "year.add", { year: String(year) })}
            </button>
          )}
        </div>
      ) : desk.mayWrite ? (
        <YearSource key={year} data={data} onPut={put} onRemove={remove} />
      ) : (
        <p class="year-known">
          {sayDeadline(locale, `year.${data.status}`)}
          {data.act !== null && `; ${sayAct(locale, data.act)}`}
        </p>
      )}
    </section>
  );
}

interface YearSourceProps {
  readonly data: CalendarYear;
  readonly onPut: (year: CalendarYear) => void;
  readonly onRemove: () => void;
}

function YearSource({ data, onPut, onRemove }: YearSourceProps) {
  const locale = useLocale();
  const id = useId();
  const said = data.act === null ? null : sayAct(locale, data.act);
  const putStatus = (status: YearStatus | undefined) => status && onPut({ ...data, status });
  const putAct = (typed: string) => {
    const act = typed.trim();
    if (act !== (data.act ?? "")) onPut({ ...data, act: act === "" ? null : act });
  };
  return (
    <div class="year-known year-source">
      <div class="field">
        <label for={`${id}-status`}>{saySettings(locale, "year.status")}</label>
        <select
          id={`${id}-status`}
          value={data.status}
          onChange={(event) => putStatus(YEAR_STATUSES.find((each) => each === event.currentTarget.value))}
        >
          {YEAR_STATUSES.map((status) => (
            <option value={status} key={status}>
              {sayDeadline(locale, `year.${status}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field year-act">
        <label for={`${id}-act`}>{saySettings(locale, "year.act")}</label>
        <input
          type="text"
          id={`${id}-act`}
          maxLength={LIMITS.actLength}
          value={data.act ?? ""}
          aria-describedby={`${id}-act-hint`}
          onChange={(event) => putAct(event.currentTarget.value)}
        />
        <p class="field-hint" id={`${id}-act-hint`}>
          {data.status === "official" && data.act === null
            ? saySettings(locale, "year.act.lacking")
            : said !== null && said !== data.act
              ? saySettings(locale, "year.act.said", { act: said })
              : saySettings(locale, "year.act.hint")}
        </p>
      </div>
      <button type="button" class="button button-small year-remove" onClick={onRemove}>
        {saySettings(locale, "year.remove")}
      </button>
    </div>
  );
}
