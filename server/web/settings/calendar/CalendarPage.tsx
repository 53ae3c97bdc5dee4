import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import { sameDayOf } from "@otklik/shared/deadline/time/year-days";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useCommand } from "../../keyboard/CommandCentre";
import { useNow } from "../../parts/use-now";
import { DraftBar } from "../parts/DraftBar";
import type { CalendarDesk } from "../use-calendar-desk";
import { DayCard } from "./DayCard";
import { MoveDayOff } from "./MoveDayOff";
import { PublicHolidays } from "./PublicHolidays";
import { WeekDays } from "./WeekDays";
import { YearGrid } from "./YearGrid";
import { YearHead } from "./YearHead";
import { YearLegend } from "./YearLegend";
import { FIRST_YEAR, LAST_YEAR, yearIn } from "./year-address";

/** A year at a glance, changed by click or key, and what holds for every year. */
export function CalendarPage({ desk }: { desk: CalendarDesk }) {
  const { query, route } = useLocation();
  const { draft, settings, mayWrite } = desk;
  const today = wallClockOf(useNow().toISOString(), settings.zone).day;
  const year = yearIn(query.year, today);
  const [focused, setFocused] = useState<IsoDate>(() => sameDayOf(today, year));
  const [open, setOpen] = useState<IsoDate | null>(null);
  const inYear = focused.startsWith(String(year)) ? focused : sameDayOf(focused, year);

  const goTo = (next: number) => route(`/settings/calendar?year=${next}`, true);
  const focus = (day: IsoDate) => {
    setFocused(day);
    const itsYear = Number(day.slice(0, 4));
    if (itsYear !== year) goTo(itsYear);
  };
  useCommand("year_previous", year === FIRST_YEAR ? null : () => goTo(year - 1));
  useCommand("year_next", year === LAST_YEAR ? null : () => goTo(year + 1));

  return (
    <>
      <DraftBar desk={desk} />
      <YearHead year={year} desk={desk} onGo={goTo} />
      <YearGrid
        year={year}
        calendar={draft.calendar}
        published={draft.base}
        today={today}
        focused={inYear}
        onFocus={focus}
        onOpen={setOpen}
      />
      <YearLegend />
      {open !== null && (
        <DayCard
          key={open}
          day={open}
          calendar={draft.calendar}
          published={draft.base}
          mayWrite={mayWrite}
          onChange={draft.change}
          onClose={() => setOpen(null)}
        />
      )}
      {mayWrite && (
        <MoveDayOff
          key={year}
          calendar={draft.calendar}
          from={`${year}-01-01`}
          to={`${year}-12-31`}
          onChange={draft.change}
        />
      )}
      <WeekDays desk={desk} />
      <PublicHolidays desk={desk} />
    </>
  );
}
