import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";
import { Dialog } from "./Dialog";

interface AskFirstProps {
  readonly title: string;
  /** What the main button does, in a word or two. */
  readonly action: string;
  /** It takes something away from somebody. */
  readonly hurts?: boolean;
  /** Until it has ended the question stays, with a sign that it is being done. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onCancel: () => void;
  /** What will come of it. */
  readonly children: ComponentChildren;
}

/** Says what will come of something before it is done. */
export function AskFirst({ title, action, hurts = false, onConfirm, onCancel, children }: AskFirstProps) {
  const locale = useLocale();
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    if (isBusy) return;
    setBusy(true);
    await onConfirm();
    setBusy(false);
  };
  return (
    <Dialog title={title} onClose={onCancel}>
      {children}
      <div class="buttons">
        <button
          type="button"
          class={`button ${hurts ? "button-hurts" : "button-main"}`}
          aria-disabled={isBusy}
          onClick={() => void confirm()}
        >
          {isBusy ? sayDesk(locale, "busy") : action}
        </button>
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => isBusy || onCancel()}>
          {sayDesk(locale, "cancel")}
        </button>
      </div>
    </Dialog>
  );
}
