import type { ComponentChildren, RefObject } from "preact";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";

interface DraftHeadProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Whether what is on the screen is saved. */
  readonly mark: ComponentChildren;
  /** Why the draft cannot be published now; null when it can. */
  readonly whyNot: "publish.nothing" | "publish.notYet" | null;
  /** There is one at the server to discard. */
  readonly hasDraft: boolean;
  readonly onAsk: (what: "publish" | "discard") => void;
  readonly onLeave: () => void;
}

/** Stays in sight: whether the draft is saved, and the ways out of it. */
export function DraftHead({ heading, mark, whyNot, hasDraft, onAsk, onLeave }: DraftHeadProps) {
  const locale = useLocale();
  return (
    <header class="regulation-draft-head">
      <h2 ref={heading} tabIndex={-1}>
        {sayRegulation(locale, "draft.title")}
      </h2>
      {mark}
      <div class="buttons">
        <button
          type="button"
          class="button button-main"
          aria-disabled={whyNot !== null}
          aria-describedby={whyNot === null ? undefined : "publish-why-not"}
          onClick={() => whyNot === null && onAsk("publish")}
        >
          {sayRegulation(locale, "publish.action")}
        </button>
        {hasDraft && (
          <button type="button" class="button" onClick={() => onAsk("discard")}>
            {sayRegulation(locale, "draft.discard")}
          </button>
        )}
        <button type="button" class="button" onClick={onLeave}>
          {sayRegulation(locale, "draft.leave")}
        </button>
      </div>
      {whyNot !== null && (
        <p class="muted regulation-draft-why-not" id="publish-why-not">
          {sayRegulation(locale, whyNot)}
        </p>
      )}
    </header>
  );
}
