import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { DueChange } from "@otklik/shared/settings/due-changes";
import { sayEnd } from "../../complaint/dates/say-end";
import { saySettings } from "../../messages/settings/index";
import { useNow } from "../../parts/use-now";
import { useLocale } from "../../preferences/Preferences";

interface DueChangeTableProps {
  readonly changes: readonly DueChange[];
  /** How many there are; not all of them are named. */
  readonly all: number;
  readonly of: "preview" | "recount" | "regulation";
  readonly zone: string;
}

/** Due dates of open complaints that are, or would be, others. */
export function DueChangeTable({ changes, all, of, zone }: DueChangeTableProps) {
  const locale = useLocale();
  const reading = { zone, now: useNow() };
  const say = (end: DueChange["before"]) =>
    end === null ? saySettings(locale, "none") : sayEnd(locale, end, reading);
  return (
    <>
      <table class="changes">
        <caption class="hidden">{saySettings(locale, "changes.dates")}</caption>
        <thead>
          <tr>
            <th scope="col">{saySettings(locale, "changes.number")}</th>
            <th scope="col">{saySettings(locale, "changes.clock")}</th>
            <th scope="col">{saySettings(locale, "changes.before")}</th>
            <th scope="col">{saySettings(locale, `${of}.after`)}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.complaintId} ${change.clock}`}>
              <td>
                <a href={`/complaints/${change.complaintId}`}>{change.incomingNumber}</a>
              </td>
              <td>{sayDeadline(locale, `clock.${change.clock}`)}</td>
              <td>{say(change.before)}</td>
              <td>
                <Direction change={change} /> {say(change.after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > changes.length && (
        <p class="muted">{saySettings(locale, "changes.more", { count: all - changes.length })}</p>
      )}
    </>
  );
}

/** Whether there is more time or less: the first thing that is asked of a moved date. */
function Direction({ change: { before, after } }: { change: DueChange }) {
  const locale = useLocale();
  if (before === null || after === null || before.dueAt === after.dueAt) return null;
  const isEarlier = Date.parse(after.dueAt) < Date.parse(before.dueAt);
  return (
    <span class={isEarlier ? "move-earlier" : "move-later"}>
      <span aria-hidden="true">{isEarlier ? "↑" : "↓"} </span>
      {saySettings(locale, isEarlier ? "changes.earlier" : "changes.later")}
    </span>
  );
}
