import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayDates } from "../../messages/dates/index";
import { formatMoment } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";

/** When the complainant was waited for, and why; legal clocks went on all the same. */
export function PausesFile({ complaint }: { complaint: Pick<Complaint, "pauses" | "zone"> }) {
  const locale = useLocale();
  const { pauses, zone } = complaint;
  if (pauses.length === 0) return null;
  return (
    <section class="file-clock">
      <h2>{sayDates(locale, "file.pauses")}</h2>
      <table class="file-table">
        <thead>
          <tr>
            <th scope="col">{sayDates(locale, "pauses.from")}</th>
            <th scope="col">{sayDates(locale, "pauses.to")}</th>
            <th scope="col">{sayDates(locale, "change.reason")}</th>
          </tr>
        </thead>
        <tbody>
          {pauses.map(({ from, to, reason }) => (
            <tr key={from}>
              <td>{formatMoment(locale, from, zone)}</td>
              <td>{to === null ? sayDates(locale, "pauses.lasts") : formatMoment(locale, to, zone)}</td>
              <td class="lines">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
