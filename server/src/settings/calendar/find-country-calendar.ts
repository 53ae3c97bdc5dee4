import type { CalendarYear, WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { CountryQuery } from "@otklik/shared/settings/calendar-settings";
import { builtInCalendar } from "../../deadlines/rule-book";
import type { Caller, Deps } from "../../deps";
import { RegisterError } from "../../errors";
import {
  type CountryYear,
  countryCodes,
  countryYearOf,
  HOLIDAYS_SOURCE,
  weekendOf,
} from "./country-holidays";

/**
 * The calendar of another country to begin with: its weekend and its public holidays, year by year. Which days
 * are moved from and to weekends there is not known, and each year says so. Hours stay the organisation's own.
 *
 * @throws RegisterError `country-unknown`
 */
export async function findCountryCalendar(
  deps: Deps,
  caller: Caller,
  { country, from, to }: CountryQuery & { readonly country: string },
): Promise<WorkCalendar> {
  const { calendar: current } = await deps.ruleBooks.of(caller.orgId, caller.rulesRevision);
  if (country === builtInCalendar.country) {
    return { ...builtInCalendar, hours: current.hours };
  }
  if (!(await countryCodes()).includes(country)) throw new RegisterError("country-unknown");
  const years: Record<string, CalendarYear> = {};
  for (let year = from; year <= to; year++) years[year] = toYear(await countryYearOf(country, year));
  return {
    version: `${country.toLowerCase()}-no-transfers`,
    country,
    weekend: weekendOf(country),
    years,
    publicHolidays: { act: HOLIDAYS_SOURCE, days: [] },
    hours: current.hours,
  };
}

function toYear({ holidays, substitutes }: CountryYear): CalendarYear {
  return {
    act: HOLIDAYS_SOURCE,
    status: "no_transfers_known",
    holidays: holidays.map((on) => on.slice(5)),
    off: substitutes.map((on) => on.slice(5)),
    work: [],
    short: [],
    regional: {},
  };
}
