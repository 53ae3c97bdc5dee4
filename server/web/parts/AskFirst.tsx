import type { ComponentChildren } from "preact";
import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";
import { Dialog } from "./Dialog";

interface AskFirstProps {
  readonly title: string;
  /** What the main button does, in a word or two. */
  readonly action: string;
  /** It takes something away from somebody. */
  readonly hurts?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** What will come of it. */
  readonly children: ComponentChildren;
}

/** Says what will come of something before it is done. */
export function AskFirst({ title, action, hurts = false, onConfirm, onCancel, children }: AskFirstProps) {
  const locale = useLocale();
  return (
    <Dialog title={title} onClose={onCancel}>
      {children}
      <div class="buttons">
        <button type="button" class={`button ${hurts ? "button-hurts" : "button-main"}`} onClick={onConfirm}>
          {action}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {sayDesk(locale, "cancel")}
        </button>
      </div>
    </Dialog>
  );
}
