import type { CalendarWindow } from "@otklik/shared/deadline/calendar/calendar-window";
import { dueTone } from "@otklik/shared/deadline/say/due-tone";
import { type SayableDue, sayDue } from "@otklik/shared/deadline/say/say-due";
import { sayDesk } from "../messages/index";
import { Icon } from "../parts/Icon";
import { useLocale } from "../preferences/Preferences";

interface DueMarkProps {
  /** Null when nothing is owed. */
  readonly due: SayableDue | null;
  readonly now: Date;
  readonly zone: string;
  /** The organisation's calendar round today; null until it is known. */
  readonly window: CalendarWindow | null;
}

/** A due date by sign, word and colour, so that none of the three is needed alone. */
export function DueMark({ due, now, zone, window }: DueMarkProps) {
  const locale = useLocale();
  const tone = dueTone(due, now, zone);
  const words = due === null ? sayDesk(locale, "list.nothingOwed") : sayDue(locale, due, now, zone, window);
  return (
    <span title={words} class={`due due-${tone}`}>
      <Icon name={tone} />
      <span class="due-words">{words}</span>
    </span>
  );
}
