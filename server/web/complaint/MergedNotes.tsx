import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { ComplaintLink } from "@otklik/shared/complaint/term-changes";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDates } from "../messages/dates/index";
import { useLocale } from "../preferences/Preferences";

/** The other complaints of the same matter: where this one goes on, and which went on in it. */
export function MergedNotes({ complaint }: { complaint: Pick<Complaint, "mergedInto" | "mergedFrom"> }) {
  const locale = useLocale();
  const { mergedInto, mergedFrom } = complaint;
  return (
    <>
      {mergedInto !== null && (
        <p class="note">
          {sayDates(locale, "merged.into")} <OtherLink other={mergedInto} />
        </p>
      )}
      {mergedFrom.length > 0 && (
        <p class="note">
          {sayDates(locale, "merged.from")}{" "}
          {mergedFrom.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ", "}
              <OtherLink other={other} />
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function OtherLink({ other }: { other: ComplaintLink }) {
  const locale = useLocale();
  return (
    <a href={`/complaints/${other.id}`}>{sayComplaint(locale, "number", { number: other.incomingNumber })}</a>
  );
}
