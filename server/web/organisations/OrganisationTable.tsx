import type { Organisation } from "@otklik/shared/people/organisations";
import { sayDesk } from "../messages/index";
import { sayOrganisations } from "../messages/organisations/index";
import { formatInstant } from "../parts/format-when";
import { useNow } from "../parts/use-now";
import { useLocale } from "../preferences/Preferences";

const COLUMNS = ["name", "zone", "language", "people", "created", "entered"] as const;

interface OrganisationTableProps {
  readonly organisations: readonly Organisation[];
  /** Makes the first administrator's link anew. */
  readonly onInvite: (organisation: Organisation) => void;
}

/** One row an organisation, with the way to invite again into one that nobody has entered. */
export function OrganisationTable({ organisations, onInvite }: OrganisationTableProps) {
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
          {organisations.map((organisation) => {
            const { id, name, zone, locale: language, people, invited, createdAt } = organisation;
            return (
              <tr key={id}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td data-name={column("zone")}>{zone}</td>
                <td data-name={column("language")}>
                  <span lang={language}>{sayDesk(locale, `language.${language}`)}</span>
                </td>
                <td data-name={column("people")}>{people}</td>
                <td data-name={column("created")}>{formatInstant(locale, createdAt, zone, now)}</td>
                <td data-name={column("entered")}>
                  {invited === null ? (
                    sayOrganisations(locale, "entered")
                  ) : (
                    <button
                      type="button"
                      class="button button-small"
                      aria-label={sayOrganisations(locale, "invite.label", {
                        name: invited.name,
                        organisation: name,
                      })}
                      onClick={() => onInvite(organisation)}
                    >
                      {sayOrganisations(locale, "invite")}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
