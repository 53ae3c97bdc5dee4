import type { CalendarWindow } from "@otklik/shared/deadline/calendar/calendar-window";
import { type DueTone, dueTone } from "@otklik/shared/deadline/say/due-tone";
import { remainingOf } from "@otklik/shared/deadline/say/remaining";
import { sayDue, sayDueShort, sayRemaining } from "@otklik/shared/deadline/say/say-due";
import { sayWhy } from "@otklik/shared/deadline/say/say-why";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import type { Locale } from "@otklik/shared/people/locale";
import { useId, useState } from "preact/hooks";
import { sayShell } from "../messages/shell";
import { type CopiedDue, isExplained } from "./complaint-copy";

interface Props {
  /** Null when nothing is owed. */
  readonly due: CopiedDue | null;
  readonly locale: Locale;
  readonly now: Date;
  /** The organisation's. */
  readonly zone: string;
  readonly window: CalendarWindow | null;
}

/** Beside colour and words, so that the urgency is seen without colours too. */
const SIGNS: Readonly<Record<DueTone, string>> = { overdue: "▲", soon: "◆", in_time: "○", none: "○" };

/** What is left until when, of which clock; pressed, it says in one sentence why. */
export function DueLine({ due, locale, now, zone, window }: Props) {
  const [isOpen, setOpen] = useState(false);
  const whyId = useId();
  const tone = dueTone(due, now, zone);
  const left = (said: string) => (
    <span class="left">
      <span aria-hidden="true">{SIGNS[tone]}</span> {said}
    </span>
  );
  if (due === null) return <span class="due none">{left(sayShell(locale, "list.noDue"))}</span>;
  const clock = <span>{sayDueWord(locale, `clock.${due.clock}`)}</span>;
  if (!isExplained(due)) {
    return (
      <span class={`due ${tone}`}>
        {left(sayDue(locale, due, now, zone, window))} <span class="more">{clock}</span>
      </span>
    );
  }
  const isLeft = (remainingOf(due, now, zone, window)?.count ?? 0) > 0;
  return (
    <>
      <button
        type="button"
        class={`due ${tone}`}
        title={sayShell(locale, "list.why")}
        aria-expanded={isOpen}
        aria-controls={whyId}
        onClick={() => setOpen(!isOpen)}
      >
        {left(sayRemaining(locale, due, now, zone, window))}{" "}
        <span class="more">
          {/* That it is provisional has just been said. */}
          {isLeft && <span>{sayDueShort(locale, { ...due, provisional: false }, now, zone)}</span>} {clock}
        </span>
      </button>
      <p class="why" id={whyId} hidden={!isOpen}>
        {sayWhy(locale, due, now, zone)}
      </p>
    </>
  );
}
