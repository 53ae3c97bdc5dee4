import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { saySettings } from "../../../messages/settings/index";
import { useAnnounce } from "../../../parts/Announcer";
import { useLocale } from "../../../preferences/Preferences";
import { CalendarDiff } from "../../recount/CalendarDiff";
import { sameCalendar } from "../draft/same-calendar";
import type { CalendarDraft } from "../draft/use-calendar-draft";

interface ImportedDiffProps {
  /** What was read. */
  readonly title: string;
  readonly years: readonly number[];
  /** The draft with what was read in it. */
  readonly calendar: WorkCalendar;
  readonly draft: CalendarDraft;
  readonly onDone: () => void;
}

/** What was read would change in the draft, before it does. */
export function ImportedDiff({ title, years, calendar, draft, onDone }: ImportedDiffProps) {
  const locale = useLocale();
  const announce = useAnnounce();
  const { route } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const isSame = sameCalendar(draft.calendar, calendar);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "start" });
  }, [calendar]);
  return (
    <div class="imported">
      <h3 tabIndex={-1} ref={heading}>
        {title}
      </h3>
      <div class="buttons">
        {!isSame && (
          <button
            type="button"
            class="button button-main"
            onClick={() => {
              draft.change(calendar);
              announce(saySettings(locale, "import.taken"));
              onDone();
              const [first] = years;
              route(first === undefined ? "/settings/calendar" : `/settings/calendar?year=${first}`);
            }}
          >
            {saySettings(locale, "import.take")}
          </button>
        )}
        <button type="button" class="button" onClick={onDone}>
          {saySettings(locale, "import.leave")}
        </button>
      </div>
      {isSame ? (
        <p>{saySettings(locale, "import.same")}</p>
      ) : (
        <CalendarDiff before={draft.calendar} after={calendar} />
      )}
    </div>
  );
}
