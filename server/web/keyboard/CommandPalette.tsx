import { useRef, useState } from "preact/hooks";
import { sayKeyboard } from "../messages/keyboard/index";
import { Dialog } from "../parts/Dialog";
import { useLocale } from "../preferences/Preferences";
import { COMMANDS, type Command, KEYS } from "./commands";

interface CommandPaletteProps {
  /** Those that can be given now. */
  readonly commands: readonly Command[];
  readonly onChoose: (command: Command) => void;
  readonly onClose: () => void;
}

/** Every action of the page by its name; words of the name narrow the list. */
export function CommandPalette({ commands, onChoose, onClose }: CommandPaletteProps) {
  const locale = useLocale();
  const palette = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState("");

  const words = typed.toLocaleLowerCase(locale).split(/\s+/);
  const found = COMMANDS.filter((command) => {
    if (command === "palette" || !commands.includes(command)) return false;
    const name = sayKeyboard(locale, `command.${command}`).toLocaleLowerCase(locale);
    return words.every((word) => name.includes(word));
  });
  const first = found[0];

  // The arrows go through the field and the commands below it as through one list.
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const stops = [...(palette.current?.querySelectorAll<HTMLElement>("input, button") ?? [])];
    const at = stops.findIndex((stop) => stop.matches(":focus"));
    stops[(at + step + stops.length) % stops.length]?.focus();
  };

  return (
    <Dialog title={sayKeyboard(locale, "palette.title")} onClose={onClose}>
      <form
        ref={palette}
        class="palette"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          if (first) onChoose(first);
        }}
      >
        <input
          type="text"
          aria-label={sayKeyboard(locale, "palette.label")}
          placeholder={sayKeyboard(locale, "palette.label")}
          autocomplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <ul class="plain-list palette-list">
          {found.map((command) => (
            <li key={command}>
              <button type="button" class="menu-item" onClick={() => onChoose(command)}>
                {sayKeyboard(locale, `command.${command}`)}
                {KEYS[command] && <kbd>{KEYS[command]}</kbd>}
              </button>
            </li>
          ))}
        </ul>
        <p class="muted" role="status">
          {found.length === 0 && sayKeyboard(locale, "palette.none")}
        </p>
      </form>
    </Dialog>
  );
}
