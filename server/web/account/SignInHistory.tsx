import type { Account } from "@otklik/shared/people/people";
import { sayAccount } from "../messages/account/index";
import { formatInstant } from "../parts/format-when";
import { ownZone } from "../parts/own-zone";
import { Section } from "../parts/Section";
import { ZoneNote } from "../parts/ZoneNote";
import { useLocale } from "../preferences/Preferences";
import { sayBrowser } from "./say-browser";

/** The last attempts to sign in as the person, in words. */
export function SignInHistory({ attempts }: { attempts: Account["history"] }) {
  const locale = useLocale();
  const zone = ownZone();
  const now = new Date();
  return (
    <Section title={sayAccount(locale, "history.title")}>
      <p>{sayAccount(locale, attempts.length === 0 ? "history.none" : "history.lead")}</p>
      {attempts.length > 0 && <ZoneNote zone={zone} />}
      {attempts.length > 0 && (
        <div class="table-frame">
          <table class="rows-table">
            <thead>
              <tr>
                <th scope="col">{sayAccount(locale, "history.when")}</th>
                <th scope="col">{sayAccount(locale, "history.what")}</th>
                <th scope="col">{sayAccount(locale, "history.where")}</th>
              </tr>
            </thead>
            <tbody>
              {attempts.map(({ at, method, succeeded, address, userAgent }, index) => (
                <tr key={index}>
                  <td>
                    <time dateTime={at}>{formatInstant(locale, at, zone, now)}</time>
                  </td>
                  <td class={succeeded ? undefined : "attempt-failed"}>
                    {!succeeded && <span aria-hidden="true">▲ </span>}
                    {sayAccount(locale, `history.${method}.${succeeded ? "ok" : "failed"}`)}
                  </td>
                  <td class="muted">
                    <bdi>{address}</bdi>, {sayBrowser(locale, userAgent)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
