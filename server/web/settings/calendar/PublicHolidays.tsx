import { LIMITS } from "@otklik/shared/complaint/limits";
import { sayAct } from "@otklik/shared/deadline/say/say-act";
import { lastOfMonth } from "@otklik/shared/deadline/time/year-days";
import type { MonthDay } from "@otklik/shared/deadline/vocabulary";
import { useId, useRef, useState } from "preact/hooks";
import { saySettings } from "../../messages/settings/index";
import { useAnnounce } from "../../parts/Announcer";
import { formatMonthDay, monthNames } from "../../parts/format-when";
import { Icon } from "../../parts/Icon";
import { useLocale } from "../../preferences/Preferences";
import type { CalendarDesk } from "../use-calendar-desk";

/** Holidays that the law sets for every year: terms without public holidays leave them out. */
export function PublicHolidays({ desk }: { desk: CalendarDesk }) {
  const locale = useLocale();
  const announce = useAnnounce();
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const { mayWrite, draft } = desk;
  const { publicHolidays } = draft.calendar;
  const put = (change: Partial<typeof publicHolidays>) =>
    draft.change({ ...draft.calendar, publicHolidays: { ...publicHolidays, ...change } });
  const remove = (day: MonthDay) => {
    put({ days: publicHolidays.days.filter((each) => each !== day) });
    announce(saySettings(locale, "holidays.removed", { day: formatMonthDay(locale, day) }));
    // The button that had the focus goes with its day.
    title.current?.focus();
  };
  const said = sayAct(locale, publicHolidays.act);
  return (
    <section class="settings-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1} ref={title}>
        {saySettings(locale, "holidays.title")}
      </h2>
      {publicHolidays.days.length === 0 && <p class="muted">{saySettings(locale, "holidays.none")}</p>}
      <ul class="plain-list holidays">
        {[...publicHolidays.days].sort().map((day) => (
          <li class="holiday" key={day}>
            {formatMonthDay(locale, day)}
            {mayWrite && (
              <button
                type="button"
                class="icon-button"
                aria-label={saySettings(locale, "holidays.remove", { day: formatMonthDay(locale, day) })}
                onClick={() => remove(day)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <>
          <AddHoliday
            known={publicHolidays.days}
            onAdd={(day) => put({ days: [...publicHolidays.days, day].sort() })}
          />
          <div class="field">
            <label for={`${id}-act`}>{saySettings(locale, "holidays.act")}</label>
            <input
              type="text"
              id={`${id}-act`}
              required
              maxLength={LIMITS.actLength}
              value={publicHolidays.act}
              aria-describedby={said === publicHolidays.act ? undefined : `${id}-said`}
              onChange={(event) => {
                const act = event.currentTarget.value.trim();
                if (act === "") event.currentTarget.value = publicHolidays.act;
                else if (act !== publicHolidays.act) put({ act });
              }}
            />
            {said !== publicHolidays.act && (
              <p class="field-hint" id={`${id}-said`}>
                {saySettings(locale, "year.act.said", { act: said })}
              </p>
            )}
          </div>
        </>
      ) : (
        <p class="muted">{said}</p>
      )}
    </section>
  );
}

function AddHoliday({ known, onAdd }: { known: readonly MonthDay[]; onAdd: (day: MonthDay) => void }) {
  const locale = useLocale();
  const id = useId();
  const [month, chooseMonth] = useState("01");
  const [day, chooseDay] = useState("01");
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  // A leap year, so that 29 February is one.
  const days = Number(lastOfMonth(`2024-${month}-01`).slice(8));
  const chosen = `${month}-${Number(day) > days ? twoDigits(days) : day}`;
  const isKnown = known.includes(chosen);
  return (
    <form
      class="settings-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isKnown) onAdd(chosen);
      }}
    >
      <div class="field">
        <label for={`${id}-day`}>{saySettings(locale, "holidays.day")}</label>
        <select
          id={`${id}-day`}
          value={chosen.slice(3)}
          onChange={(event) => chooseDay(event.currentTarget.value)}
        >
          {Array.from({ length: days }, (_, index) => twoDigits(index + 1)).map((each) => (
            <option value={each} key={each}>
              {Number(each)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-month`}>{saySettings(locale, "holidays.month")}</label>
        <select id={`${id}-month`} value={month} onChange={(event) => chooseMonth(event.currentTarget.value)}>
          {monthNames(locale).map((name, index) => (
            <option value={twoDigits(index + 1)} key={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button" aria-disabled={isKnown}>
        {saySettings(locale, "holidays.add")}
      </button>
    </form>
  );
}
