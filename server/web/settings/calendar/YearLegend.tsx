import { DAY_KINDS } from "@otklik/shared/deadline/calendar/work-calendar";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { saySettings } from "../../messages/settings/index";
import { useLocale } from "../../preferences/Preferences";

/** How the days are told apart. Screen readers hear it from the days. */
export function YearLegend() {
  const locale = useLocale();
  const signs = [
    ...DAY_KINDS.map((kind) => [`day-${kind}`, sayDeadline(locale, `day.${kind}`)] as const),
    ["day-working day-short", saySettings(locale, "day.short")] as const,
    ["day-working day-changed", saySettings(locale, "day.changed")] as const,
  ];
  return (
    <ul class="plain-list year-legend" aria-hidden="true">
      {signs.map(([sign, words]) => (
        <li key={sign}>
          <span class={`day ${sign}`}>7</span> {words}
        </li>
      ))}
    </ul>
  );
}
