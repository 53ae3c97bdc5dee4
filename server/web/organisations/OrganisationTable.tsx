import type { Organisation } from "@otklik/shared/people/organisations";
import { sayDesk } from "../messages/index";
import { sayOrganisations } from "../messages/organisations/index";
import { formatInstant } from "../parts/format-when";
import { useNow } from "../parts/use-now";
import { useLocale } from "../preferences/Preferences";

const COLUMNS = ["name", "zone", "language", "people", "created"] as const;

/** One row an organisation. */
export function OrganisationTable({ organisations }: { organisations: readonly Organisation[] }) {
  const locale = useLocale();
  const now = useNow();
  const column = (name: (typeof COLUMNS)[number]) => sayOrganisations(locale, `column.${name}`);
  return (
    <div class="table-frame people-table">
      <table class="rows-table">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th scope="col" key={name}>
                {column(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {organisations.map(({ id, name, zone, locale: language, people, createdAt }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td data-name={column("zone")}>{zone}</td>
              <td data-name={column("language")} lang={language}>
                {sayDesk(locale, `language.${language}`)}
              </td>
              <td data-name={column("people")}>{people}</td>
              <td data-name={column("created")}>{formatInstant(locale, createdAt, zone, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
