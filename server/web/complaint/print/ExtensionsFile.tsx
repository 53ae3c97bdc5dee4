import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDates } from "../../messages/dates/index";
import { formatDay, formatMoment } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";

/** Every later date that was asked for, with the decision on it and the notice that was made of it. */
export function ExtensionsFile({ complaint }: { complaint: Pick<Complaint, "extensions" | "zone"> }) {
  const locale = useLocale();
  const { extensions, zone } = complaint;
  if (extensions.length === 0) return null;
  const when = (instant: string) => formatMoment(locale, instant, zone);
  return (
    <section class="file-clock">
      <h2>{sayDates(locale, "file.extensions")}</h2>
      {extensions.map((extension) => (
        <div class="file-item" key={extension.position}>
          <h3>
            {sayDates(locale, "event.dates", {
              clock: sayDeadline(locale, `clock.${extension.clock}`),
              before: formatDay(locale, extension.fromDueOn),
              after: formatDay(locale, extension.toDueOn),
            })}
          </h3>
          <p>
            {sayDates(locale, "extension.asked", {
              name: extension.requestedBy.name,
              when: when(extension.requestedAt),
            })}
          </p>
          <p class="lines">{sayDates(locale, "event.quote", { text: extension.reason })}</p>
          <p>
            {extension.decision === null
              ? sayDates(locale, "file.undecided")
              : sayDates(locale, `event.extension_${extension.decision}`)}
          </p>
          {extension.decidedAt !== null && (
            <p>
              {sayDates(locale, "extension.decided", {
                name: extension.decidedBy?.name ?? "",
                when: when(extension.decidedAt),
              })}
            </p>
          )}
          {extension.comment !== null && (
            <p class="lines">{sayDates(locale, "event.quote", { text: extension.comment })}</p>
          )}
          {extension.notice !== null && (
            <>
              <p>{sayDates(locale, "file.notice")}:</p>
              <blockquote class="letter lines" dir="auto">
                {extension.notice}
              </blockquote>
            </>
          )}
        </div>
      ))}
    </section>
  );
}
