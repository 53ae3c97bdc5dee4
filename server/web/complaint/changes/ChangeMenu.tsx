import { useRef } from "preact/hooks";
import { useCommand } from "../../keyboard/CommandCentre";
import { type Command, KEYS } from "../../keyboard/commands";
import { sayDates } from "../../messages/dates/index";
import { useLocale } from "../../preferences/Preferences";
import type { Change } from "./changes-of";

/** By which command each change is given from the keyboard. */
const COMMAND_OF = {
  triage: "triage",
  extend: "extend",
  wait: "wait",
  resume: "wait",
  receive_again: "receive_again",
  merge: "merge",
  reopen: "reopen",
  name_subject: "name_subject",
} as const satisfies Record<Change, Command>;

interface ChangeMenuProps {
  /** What may be done now. */
  readonly changes: readonly Change[];
  readonly onChoose: (change: Change) => void;
  /** Where the reckoning of the dates is laid out for print. */
  readonly datesHref: string;
  readonly onShowDates: () => void;
}

/** Everything beyond the usual steps that may be done with a complaint, each with its key. */
export function ChangeMenu({ changes, onChoose, datesHref, onShowDates }: ChangeMenuProps) {
  const locale = useLocale();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const place = () => {
    if (button.current && menu.current?.matches(":popover-open")) placeBelow(button.current, menu.current);
  };
  const offer = (...wanted: Change[]) => {
    const change = wanted.find((each) => changes.includes(each));
    return change === undefined ? null : () => onChoose(change);
  };
  useCommand("triage", offer("triage"));
  useCommand("extend", offer("extend"));
  useCommand("wait", offer("wait", "resume"));
  useCommand("receive_again", offer("receive_again"));
  useCommand("merge", offer("merge"));
  useCommand("reopen", offer("reopen"));
  useCommand("name_subject", offer("name_subject"));
  useCommand("show_dates", onShowDates);
  return (
    <div class="more">
      <button type="button" class="button more-button" popovertarget="more-menu" ref={button}>
        {sayDates(locale, "more")}
      </button>
      <div class="menu more-menu" id="more-menu" popover="auto" ref={menu} onToggle={place}>
        {changes.map((change) => (
          <button
            type="button"
            class="menu-item"
            key={change}
            onClick={() => {
              // First, so that the focus is back on the menu's button when the dialog takes it.
              menu.current?.hidePopover();
              onChoose(change);
            }}
          >
            {sayDates(locale, `more.${change}`)}
            {COMMAND_OF[change] in KEYS && <kbd>{KEYS[COMMAND_OF[change]]}</kbd>}
          </button>
        ))}
        <a class="menu-item" href={datesHref}>
          {sayDates(locale, "more.dates")} <kbd>{KEYS.show_dates}</kbd>
        </a>
      </div>
    </div>
  );
}

const GAP = 4;

/** Puts a menu below its button, their ends in one line; where there is no room, higher. All in CSS pixels. */
function placeBelow(button: HTMLElement, menu: HTMLElement): void {
  const { bottom, right } = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  menu.style.insetBlockStart = `${Math.max(GAP, Math.min(bottom + GAP, innerHeight - height - GAP))}px`;
  menu.style.insetInlineStart = `${Math.max(GAP, right - width)}px`;
}
