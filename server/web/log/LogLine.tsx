import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { LogEntry } from "@otklik/shared/people/people";
import { formatTime } from "../parts/format-when";
import { useLocale } from "../preferences/Preferences";
import { sayActor } from "./say-actor";
import { sayLogLine } from "./say-log-line";

interface LogLineProps {
  readonly entry: LogEntry;
  readonly zone: string;
  readonly now: Date;
}

/** When, what, on which complaint, by whom. */
export function LogLine({ entry, zone, now }: LogLineProps) {
  const locale = useLocale();
  const { at } = entry;
  const complaint = complaintOf(entry);
  return (
    <div class="log-line">
      <time class="muted" dateTime={at}>
        {formatTime(locale, at, zone)}
      </time>
      <p class="log-words">
        <bdi>{sayLogLine(locale, entry, { zone, now })}</bdi>
        {complaint !== null && (
          <>
            {" · "}
            <a href={`/complaints/${complaint.id}`}>
              {sayComplaint(locale, "number", { number: complaint.incomingNumber })}
            </a>
          </>
        )}
      </p>
      <p class="log-actor muted">
        <bdi>{sayActor(locale, entry)}</bdi>
      </p>
    </div>
  );
}

/** What a line tells of a complaint leads there. */
function complaintOf({ data }: LogEntry): { readonly id: string; readonly incomingNumber: string } | null {
  const { complaint } = data;
  if (typeof complaint !== "object" || complaint === null) return null;
  if (!("id" in complaint && "incomingNumber" in complaint)) return null;
  const { id, incomingNumber } = complaint;
  return typeof id === "string" && typeof incomingNumber === "string" ? { id, incomingNumber } : null;
}
