import type { Session } from "@otklik/shared/people/account";
import { mayDo } from "@otklik/shared/people/roles";
import type { CalendarSettings } from "@otklik/shared/settings/calendar-settings";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { useOnReturn } from "../parts/use-on-return";
import { type CalendarDraft, useCalendarDraft } from "./calendar/draft/use-calendar-draft";
import { type Count, useCount } from "./parts/use-count";

/** What the calendar's pages stand on; it outlives the turn from one page to another. */
export interface CalendarDesk {
  readonly session: Session;
  readonly settings: CalendarSettings;
  readonly draft: CalendarDraft;
  readonly mayWrite: boolean;
  /** The open complaints counted by the draft, nothing written. */
  readonly preview: Count;
  readonly recount: Count;
  readonly reload: () => Promise<void>;
  /** Takes what the server answered to a change of the settings. */
  readonly accept: (settings: CalendarSettings) => void;
}

/** @returns the failure when the settings were not read, null until they are */
export function useCalendarDesk(session: Session): {
  readonly desk: CalendarDesk | Failure | null;
  readonly reload: () => Promise<void>;
} {
  const { ask } = useSession();
  const [loaded, setLoaded] = useState<CalendarSettings | Failure | null>(null);
  const settings = loaded !== null && "calendar" in loaded ? loaded : null;
  const draft = useCalendarDraft(session.organisation.id, settings?.calendar ?? null);
  const preview = useCount();
  const recount = useCount();

  const reload = async () => {
    const outcome = await ask(({ api }) => api.calendar.$get());
    setLoaded(outcome.kind === "done" ? outcome.body : outcome);
  };
  useEffect(() => void reload(), []);
  // Somebody may have published meanwhile. What was read stays on the screen when it cannot be read again.
  useOnReturn(async () => {
    if (settings === null) return;
    const outcome = await ask(({ api }) => api.calendar.$get());
    if (outcome.kind === "done") setLoaded(outcome.body);
  });

  if (settings === null || draft === null) {
    return { desk: loaded !== null && "kind" in loaded ? loaded : null, reload };
  }
  const mayWrite = mayDo(session.person.roles, "rules:write");
  return {
    desk: { session, settings, draft, mayWrite, preview, recount, reload, accept: setLoaded },
    reload,
  };
}
