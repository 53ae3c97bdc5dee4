import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import { EXPORT_FORMATS } from "@otklik/shared/settings/calendar-settings";
import { useId, useState } from "preact/hooks";
import { saySettings } from "../../../messages/settings/index";
import { useLocale } from "../../../preferences/Preferences";

/** The published calendar as a file: whole, or a year of it in the formats that others read. */
export function ExportCalendar({ calendar, zone }: { calendar: WorkCalendar; zone: string }) {
  const locale = useLocale();
  const id = useId();
  const years = Object.keys(calendar.years).sort();
  const [thisYear] = wallClockOf(new Date().toISOString(), zone).day.split("-");
  const [year, setYear] = useState(years.find((each) => each === thisYear) ?? years.at(-1) ?? "");
  return (
    <section class="settings-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{saySettings(locale, "export.title")}</h2>
      <p class="muted">{saySettings(locale, "export.detail")}</p>
      {years.length > 0 && (
        <div class="field export-year">
          <label for={`${id}-year`}>{saySettings(locale, "export.year")}</label>
          <select id={`${id}-year`} value={year} onChange={(event) => setYear(event.currentTarget.value)}>
            {years.map((each) => (
              <option value={each} key={each}>
                {each}
              </option>
            ))}
          </select>
        </div>
      )}
      <ul class="plain-list exports">
        {EXPORT_FORMATS.filter((format) => format === "otklik" || year !== "").map((format) => (
          <li key={format}>
            <a class="button" download href={addressOf(format, year)}>
              {saySettings(locale, `export.${format}`, { year })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The whole calendar has no year. */
function addressOf(format: (typeof EXPORT_FORMATS)[number], year: string): string {
  const query = new URLSearchParams({ format, ...(format === "otklik" ? {} : { year }) });
  return `/api/calendar/file?${query}`;
}
