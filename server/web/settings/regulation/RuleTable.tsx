import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { CLOCKS, type Clock } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import type { ComponentChildren } from "preact";
import { sayRegulation } from "../../messages/regulation/index";
import { ExternalLink } from "../../parts/ExternalLink";
import { useLocale } from "../../preferences/Preferences";
import { sayBasis, sayDay, sayExtension, sayScope, sayTerm, sayTermNotes } from "./say-rule";

/** A rule in the table, with what stands beside it where it can be changed. */
export interface RuleRow {
  readonly key: string | number;
  readonly limit: TimeLimit;
  /** Under which clock it stands: while its form is open it stays there, whichever clock is chosen in it. */
  readonly clock: Clock;
  /** A word before it, such as "new". */
  readonly mark?: ComponentChildren;
  readonly isStruck?: boolean;
  /** Stand under it. */
  readonly actions?: ComponentChildren;
  /** Takes the place of the row while it is open. */
  readonly form?: ComponentChildren;
}

const COLUMNS = ["scope", "term", "from", "basis", "extension"] as const;

/** The rules as a law's table: by clock, for whom, how long, from when, by what act. Where it is narrow a row is a card. */
export function RuleTable({ rows }: { rows: readonly RuleRow[] }) {
  const locale = useLocale();
  return (
    <div class="rules-frame">
      <table class="rules">
        <caption class="hidden">{sayRegulation(locale, "rules.caption")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {sayRegulation(locale, `rules.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {CLOCKS.map((clock) => {
          const ofClock = rows.filter((row) => row.clock === clock);
          if (ofClock.length === 0) return null;
          return (
            <tbody key={clock}>
              <tr class="rules-clock">
                <th scope="rowgroup" colSpan={COLUMNS.length}>
                  {sayDueWord(locale, `clock.${clock}`)}
                </th>
              </tr>
              {ofClock.map((row) => (
                <Row key={row.key} row={row} />
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

function Row({ row }: { row: RuleRow }) {
  const locale = useLocale();
  const { limit } = row;
  if (row.form !== undefined) {
    return (
      <tr class="rule rule-open">
        <td colSpan={COLUMNS.length}>{row.form}</td>
      </tr>
    );
  }
  return (
    <>
      <tr class={row.isStruck ? "rule rule-struck" : "rule"}>
        <th scope="row" class="rule-scope">
          {row.mark}
          {sayScope(locale, limit.appliesTo).map((line) => (
            <span class="rule-line" key={line}>
              {line}
            </span>
          ))}
        </th>
        <td>
          <Name of="rules.term" />
          <span class="rule-term">{sayTerm(locale, limit)}</span>
          {sayTermNotes(locale, limit).map((note) => (
            <span class="rule-note" key={note}>
              {note}
            </span>
          ))}
        </td>
        <td>
          <Name of="rules.from" />
          <span>{sayDueWord(locale, `from.${limit.from}`)}</span>
        </td>
        <td>
          <Name of="rules.basis" />
          <Basis limit={limit} />
        </td>
        <td>
          <Name of="rules.extension" />
          <span>{sayExtension(locale, limit.extension)}</span>
        </td>
      </tr>
      {row.actions !== undefined && (
        <tr class="rule-actions">
          <td colSpan={COLUMNS.length}>{row.actions}</td>
        </tr>
      )}
    </>
  );
}

function Basis({ limit: { basis, family } }: { limit: TimeLimit }) {
  const locale = useLocale();
  const said = sayBasis(locale, basis);
  return (
    <>
      <span>{basis.url === null ? said : <ExternalLink address={basis.url}>{said}</ExternalLink>}</span>
      <span class="rule-note">
        {sayDeadline(locale, `family.${family}`)};{" "}
        {sayRegulation(locale, "rule.checkedOn", { day: sayDay(locale, basis.checkedOn) })}
      </span>
    </>
  );
}

/** The column's name beside its value, for the eye, where the row is a card; the table's own head is read aloud. */
function Name({ of }: { of: "rules.term" | "rules.from" | "rules.basis" | "rules.extension" }) {
  return (
    <span class="rule-cell-name" aria-hidden="true">
      {sayRegulation(useLocale(), of)}
    </span>
  );
}
