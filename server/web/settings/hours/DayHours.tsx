import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Interval } from "@otklik/shared/deadline/calendar/business-hours";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { saySettings } from "../../messages/settings/index";
import { Icon } from "../../parts/Icon";
import { useLocale } from "../../preferences/Preferences";
import { sameData } from "../calendar/draft/same-calendar";
import { readIntervals, type TypedInterval } from "./read-intervals";
import { sayIntervals } from "./say-hours";

interface DayHoursProps {
  readonly name: string;
  readonly hint?: string;
  readonly intervals: readonly Interval[];
  readonly mayWrite: boolean;
  readonly onChange: (intervals: readonly Interval[]) => void;
  /** Takes the day out; only dates of their own can be. */
  readonly onRemove?: () => void;
}

const WHOLE_DAY: Interval = { from: "00:00", to: "24:00" };
const PLAIN_DAY: Interval = { from: "09:00", to: "18:00" };

/** The hours of one day as they are typed. Only what can be read goes into the draft; the rest says what is wrong. */
export function DayHours({ name, hint, intervals, mayWrite, onChange, onRemove }: DayHoursProps) {
  const locale = useLocale();
  const id = useId();
  const line = useRef<HTMLFieldSetElement>(null);
  const [typed, setTyped] = useState<readonly TypedInterval[]>(intervals);
  const [isFocusWanted, setFocusWanted] = useState(false);
  const read = readIntervals(typed);
  const faults = read.kind === "wrong" ? read.faults : [];

  // Undone, discarded or copied from another day: then what was typed is not what holds.
  const sent = useRef(intervals);
  useEffect(() => {
    if (sameData(sent.current, intervals)) return;
    sent.current = intervals;
    setTyped(intervals);
  }, [intervals]);
  useEffect(() => {
    if (!isFocusWanted) return;
    setFocusWanted(false);
    const fields = line.current?.querySelectorAll<HTMLElement>("input, .hours-add") ?? [];
    (fields[Math.max(fields.length - 3, 0)] ?? line.current)?.focus();
  });

  const put = (next: readonly TypedInterval[]) => {
    setTyped(next);
    const nextRead = readIntervals(next);
    if (nextRead.kind === "wrong" || sameData(nextRead.intervals, sent.current)) return;
    sent.current = nextRead.intervals;
    onChange(nextRead.intervals);
  };
  const type = (place: number, change: Partial<TypedInterval>) =>
    setTyped(typed.map((each, at) => (at === place ? { ...each, ...change } : each)));

  if (!mayWrite) {
    return (
      <div class="hours-day">
        <span class="hours-name">{name}</span>
        <span>{sayIntervals(locale, intervals)}</span>
      </div>
    );
  }
  return (
    <fieldset class="hours-day" ref={line} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend class="hours-name">{name}</legend>
      <div class="hours-lines">
        {typed.length === 0 && <span class="muted">{saySettings(locale, "hours.closed")}</span>}
        {typed.map((interval, place) => {
          const fault = faults[place] ?? null;
          const field = (end: "from" | "to") => (
            <input
              type="text"
              class="hours-time"
              inputMode="numeric"
              autocomplete="off"
              maxLength={5}
              aria-label={saySettings(locale, `hours.${end}`, { day: name })}
              aria-invalid={fault !== null}
              aria-describedby={fault === null ? undefined : `${id}-${place}`}
              value={interval[end]}
              onInput={(event) => type(place, { [end]: event.currentTarget.value })}
              onChange={() => put(typed)}
            />
          );
          return (
            <div class="hours-line" key={place}>
              {field("from")}–{field("to")}
              <button
                type="button"
                class="icon-button"
                aria-label={saySettings(locale, "hours.remove", { from: interval.from, to: interval.to })}
                onClick={() => {
                  put(typed.filter((_, at) => at !== place));
                  setFocusWanted(true);
                }}
              >
                <Icon name="close" />
              </button>
              {isNight(interval) && fault === null && (
                <span class="muted">{saySettings(locale, "hours.nextDay")}</span>
              )}
              {fault !== null && (
                <p class="field-error" id={`${id}-${place}`}>
                  {saySettings(locale, `hours.fault.${fault}`)}
                </p>
              )}
            </div>
          );
        })}
        {hint !== undefined && (
          <p class="field-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <div class="hours-buttons">
        <button
          type="button"
          class="button button-small hours-add"
          aria-disabled={typed.length >= LIMITS.intervalsOfDay}
          aria-label={saySettings(locale, "hours.add.label", { day: name })}
          onClick={() => {
            if (typed.length >= LIMITS.intervalsOfDay) return;
            put([...typed, typed.length === 0 ? PLAIN_DAY : { from: "", to: "" }]);
            setFocusWanted(true);
          }}
        >
          {saySettings(locale, "hours.add")}
        </button>
        <button
          type="button"
          class="button button-small"
          aria-label={saySettings(locale, "hours.whole.label", { day: name })}
          onClick={() => put([WHOLE_DAY])}
        >
          {saySettings(locale, "hours.whole")}
        </button>
        <button
          type="button"
          class="button button-small"
          aria-label={saySettings(locale, "hours.close.label", { day: name })}
          onClick={() => put([])}
        >
          {saySettings(locale, "hours.close")}
        </button>
        {onRemove && (
          <button
            type="button"
            class="button button-small"
            aria-label={saySettings(locale, "hours.dates.remove", { day: name })}
            onClick={onRemove}
          >
            {saySettings(locale, "hours.dates.asUsual")}
          </button>
        )}
      </div>
    </fieldset>
  );
}

function isNight(typed: TypedInterval): boolean {
  const read = readIntervals([typed]);
  return read.kind === "read" && read.intervals.some(({ from, to }) => to < from);
}
