import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { useEffect, useState } from "preact/hooks";
import { carryOver } from "./carry-over";
import { sameCalendar } from "./same-calendar";
import { draftKey, readStoredDraft, type StoredDraft, writeStoredDraft } from "./stored-draft";

export interface CalendarDraft {
  /** With all that has been changed; the published one while nothing is. */
  readonly calendar: WorkCalendar;
  /** What it is compared with: the published one, as it was when the changes were begun. */
  readonly base: WorkCalendar;
  readonly isChanged: boolean;
  /** Somebody has published another calendar since the changes were begun. */
  readonly isBehind: boolean;
  readonly change: (calendar: WorkCalendar) => void;
  /** Takes all changes back; this too can be undone. */
  readonly discard: () => void;
  /** Puts the changes onto what was published meanwhile. */
  readonly carryOver: () => void;
  /** Null when nothing has been done on this page. */
  readonly undo: (() => void) | null;
  /** The draft has been published: there is nothing to undo any more. */
  readonly forget: () => void;
}

/**
 * The calendar that is being changed: kept in this browser for the organisation, the same in all of its tabs.
 *
 * @param published what is in force now; null until it is known
 */
export function useCalendarDraft(orgId: string, published: WorkCalendar | null): CalendarDraft | null {
  const [draft, setDraft] = useState(() => readStoredDraft(orgId));
  const [past, setPast] = useState<readonly (StoredDraft | null)[]>([]);

  useEffect(() => {
    const onStorage = ({ key }: StorageEvent) => {
      if (key !== null && key !== draftKey(orgId)) return;
      setDraft(readStoredDraft(orgId));
      // What was done here before is not what the other tab began with.
      setPast([]);
    };
    addEventListener("storage", onStorage);
    return () => removeEventListener("storage", onStorage);
  }, [orgId]);

  if (published === null) return null;
  const put = (next: StoredDraft | null) => {
    const kept = next !== null && sameCalendar(next.calendar, published) ? null : next;
    writeStoredDraft(orgId, kept);
    setDraft(kept);
  };
  const go = (next: StoredDraft | null) => {
    setPast([...past, draft]);
    put(next);
  };
  const last = past.at(-1);
  return {
    calendar: draft?.calendar ?? published,
    base: draft?.base ?? published,
    isChanged: draft !== null,
    isBehind: draft !== null && draft.base.version !== published.version,
    change: (calendar) => go({ base: draft?.base ?? published, calendar }),
    discard: () => go(null),
    carryOver: () => {
      if (draft === null) return;
      go({ base: published, calendar: carryOver(draft.base, draft.calendar, published) });
    },
    undo:
      last === undefined
        ? null
        : () => {
            setPast(past.slice(0, -1));
            put(last);
          },
    forget: () => {
      setPast([]);
      put(null);
    },
  };
}
