import { LIMITS } from "@otklik/shared/complaint/limits";
import { dayKind, isShort, type WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { saySettings } from "../../messages/settings/index";
import { useAnnounce } from "../../parts/Announcer";
import { formatDayOfWeek } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import {
  choiceOf,
  choicesOf,
  type DayChoice,
  isHolidayOfEveryYear,
  isOfWeekend,
  withChoice,
} from "./edit/day-choice";
import { sayDay, sayKind, sayKindOf } from "./say-day";

interface DayCardProps {
  readonly day: IsoDate;
  readonly calendar: WorkCalendar;
  readonly published: WorkCalendar;
  readonly mayWrite: boolean;
  readonly onChange: (calendar: WorkCalendar) => void;
  readonly onClose: () => void;
}

/** Between the card and the edge of the window, and the day, in CSS pixels. */
const GAP = 8;

/** What a day is and what it may be, beside the day itself. */
export function DayCard({ day, calendar, published, mayWrite, onChange, onClose }: DayCardProps) {
  const locale = useLocale();
  const announce = useAnnounce();
  const card = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const [isGranting, setGranting] = useState(false);
  const current = choiceOf(day, calendar);
  const choices = mayWrite ? choicesOf(day, calendar) : [];
  const wasKind = dayKind(day, published);
  const wasShort = isShort(day, published);
  const isChanged = wasKind !== dayKind(day, calendar) || wasShort !== isShort(day, calendar);

  useLayoutEffect(() => {
    const element = card.current;
    if (element === null) return;
    // The browser gives the focus back to the day when the card closes.
    element.showPopover();
    const first = element.querySelector<HTMLElement>("[aria-pressed=true], button");
    first?.focus({ preventScroll: true });
  }, []);

  // The act makes the card longer.
  useLayoutEffect(() => {
    if (card.current !== null) place(card.current, document.querySelector(`[data-day="${day}"]`));
  }, [isGranting]);

  const close = () => card.current?.hidePopover();
  const choose = (choice: DayChoice, act = "") => {
    const next = withChoice(calendar, day, choice, act);
    onChange(next);
    announce(sayDay(locale, day, next));
    close();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      return close();
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const stops = [...(card.current?.querySelectorAll<HTMLElement>("button, input") ?? [])];
    const at = stops.findIndex((stop) => stop.matches(":focus"));
    stops[(at + step + stops.length) % stops.length]?.focus();
  };

  return (
    <div
      class="day-card"
      popover="auto"
      role="dialog"
      aria-labelledby={titleId}
      ref={card}
      onKeyDown={onKeyDown}
      onToggle={(event) => event.newState === "closed" && onClose()}
    >
      <h2 id={titleId}>{formatDayOfWeek(locale, day)}</h2>
      <p>{sayKindOf(locale, day, calendar)}</p>
      <MovedFrom day={day} calendar={calendar} />
      {isChanged && (
        <p class="muted">{saySettings(locale, "day.was", { kind: sayKind(locale, wasKind, wasShort) })}</p>
      )}
      {mayWrite && choices.length === 0 && isHolidayOfEveryYear(day, calendar) && (
        <p class="muted">{saySettings(locale, "day.everyYear")}</p>
      )}
      {choices.length > 0 && (
        <fieldset class="day-choices">
          <legend class="hidden">{saySettings(locale, "day.choices")}</legend>
          {choices.map((choice) => (
            <button
              type="button"
              class="menu-item day-choice"
              key={choice}
              aria-pressed={choice === current}
              onClick={() => (choice === "regional" ? setGranting(true) : choose(choice))}
            >
              {saySettings(
                locale,
                choice === "off" && isOfWeekend(day, calendar) ? "choice.weekend" : `choice.${choice}`,
              )}
            </button>
          ))}
        </fieldset>
      )}
      {isGranting && <RegionalAct day={day} calendar={calendar} onGrant={(act) => choose("regional", act)} />}
      {choices.length === 0 && (
        <button type="button" class="button button-small" onClick={close}>
          {saySettings(locale, "day.close")}
        </button>
      )}
    </div>
  );
}

function MovedFrom({ day, calendar }: { day: IsoDate; calendar: WorkCalendar }) {
  const locale = useLocale();
  const year = day.slice(0, 4);
  const from = calendar.years[year]?.moved?.[day.slice(5)];
  if (from === undefined || dayKind(day, calendar) !== "dayOff") return null;
  return (
    <p class="muted">
      {saySettings(locale, "day.movedFrom", { day: formatDayOfWeek(locale, `${year}-${from}`) })}
    </p>
  );
}

interface RegionalActProps {
  readonly day: IsoDate;
  readonly calendar: WorkCalendar;
  readonly onGrant: (act: string) => void;
}

/** The act that grants a regional day off; those of the year's other days are offered. */
function RegionalAct({ day, calendar, onGrant }: RegionalActProps) {
  const locale = useLocale();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const regional = calendar.years[day.slice(0, 4)]?.regional ?? {};
  const known = [...new Set(Object.values(regional))];
  const [act, setAct] = useState(regional[day.slice(5)] ?? known[0] ?? "");
  useLayoutEffect(() => field.current?.select(), []);
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        if (act.trim() !== "") onGrant(act.trim());
      }}
    >
      <label for={id}>{saySettings(locale, "day.act")}</label>
      <input
        type="text"
        id={id}
        ref={field}
        list={`${id}-known`}
        required
        maxLength={LIMITS.actLength}
        value={act}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setAct(event.currentTarget.value)}
      />
      <datalist id={`${id}-known`}>
        {known.map((each) => (
          <option value={each} key={each} />
        ))}
      </datalist>
      <p class="field-hint" id={`${id}-hint`}>
        {saySettings(locale, "day.act.hint")}
      </p>
      <button type="submit" class="button button-small">
        {saySettings(locale, "day.grant")}
      </button>
    </form>
  );
}

/** Below the day, or above it where there is more room; never out of the window. */
function place(card: HTMLElement, day: Element | null): void {
  if (day === null) return;
  const at = day.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const room = { x: document.documentElement.clientWidth, y: document.documentElement.clientHeight };
  const below = at.bottom + GAP;
  const top = below + height + GAP <= room.y ? below : Math.max(at.top - GAP - height, GAP);
  const left = Math.max(Math.min(at.left, room.x - width - GAP), GAP);
  card.style.insetBlockStart = `${top}px`;
  card.style.insetInlineStart = `${left}px`;
}
