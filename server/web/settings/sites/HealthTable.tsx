import type { HealthReport } from "@otklik/shared/capture/adapter-health";
import { saySites } from "../../messages/sites/index";
import { useLocale } from "../../preferences/Preferences";
import { SHOWN_FIELDS, siteRows } from "./site-rows";

/** Below this a field is missed too often to be the posts' own fault. */
const GOOD_SHARE = 0.9;

/** How often each site's adapter has filled each field. */
export function HealthTable({ counts }: { counts: HealthReport["counts"] }) {
  const locale = useLocale();
  const rows = siteRows(counts);
  const percent = (share: number) => new Intl.NumberFormat(locale, { style: "percent" }).format(share);
  return (
    <section class="settings-part" aria-labelledby="health-title">
      <h2 id="health-title">{saySites(locale, "health.title")}</h2>
      <p>{saySites(locale, rows.length === 0 ? "health.none" : "health.lead")}</p>
      {rows.length > 0 && (
        <div class="site-health">
          <table>
            <thead>
              <tr>
                <th scope="col">{saySites(locale, "health.site")}</th>
                <th scope="col">{saySites(locale, "health.read")}</th>
                <th scope="col">{saySites(locale, "health.fellBack")}</th>
                {SHOWN_FIELDS.map((field) => (
                  <th key={field} scope="col">
                    {saySites(locale, `health.${field}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ adapter, read, fellBack, filled }) => (
                <tr key={adapter}>
                  <th scope="row">{adapter}</th>
                  <td data-name={saySites(locale, "health.read")}>{read}</td>
                  <td
                    class={fellBack > 0 ? "poor" : undefined}
                    data-name={saySites(locale, "health.fellBack")}
                  >
                    {fellBack > 0 && <span aria-hidden="true">▲ </span>}
                    {fellBack}
                  </td>
                  {SHOWN_FIELDS.map((field) => (
                    <Share
                      key={field}
                      name={saySites(locale, `health.${field}`)}
                      share={filled[field]}
                      say={percent}
                      none={saySites(locale, "health.empty")}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface ShareProps {
  /** Of the column: said beside the figure where the table is narrow. */
  readonly name: string;
  readonly share: number | null;
  readonly say: (share: number) => string;
  readonly none: string;
}

function Share({ name, share, say, none }: ShareProps) {
  if (share === null)
    return (
      <td class="muted" data-name={name}>
        {none}
      </td>
    );
  const isPoor = share < GOOD_SHARE;
  return (
    <td class={isPoor ? "poor" : undefined} data-name={name}>
      {isPoor && <span aria-hidden="true">▲ </span>}
      {say(share)}
    </td>
  );
}
