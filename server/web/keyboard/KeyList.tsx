import { sayDesk } from "../messages/index";
import { sayKeyboard } from "../messages/keyboard/index";
import { Dialog } from "../parts/Dialog";
import { useLocale } from "../preferences/Preferences";
import { COMMANDS, KEYS } from "./commands";

/** Every key of the desk. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const locale = useLocale();
  return (
    <Dialog title={sayKeyboard(locale, "keys.title")} onClose={onClose}>
      <dl class="key-list">
        <dt>
          <kbd>Enter</kbd>
        </dt>
        <dd>{sayKeyboard(locale, "keys.open")}</dd>
        {COMMANDS.map((command) =>
          KEYS[command] === undefined ? null : (
            <>
              <dt>
                <kbd>{KEYS[command]}</kbd>
              </dt>
              <dd>{sayKeyboard(locale, `command.${command}`)}</dd>
            </>
          ),
        )}
      </dl>
      <p class="muted">{sayKeyboard(locale, "keys.hint")}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={onClose}>
          {sayDesk(locale, "close")}
        </button>
      </div>
    </Dialog>
  );
}
