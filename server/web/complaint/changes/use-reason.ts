import { useState } from "preact/hooks";
import { sayDates } from "../../messages/dates/index";
import { useDraft } from "../../parts/use-draft";
import { useLocale } from "../../preferences/Preferences";

/**
 * Why something is done: typed, kept until it is sent, and asked for.
 *
 * @param change of which the reason is, such as `wait`
 */
export function useReason(complaintId: string, change: string) {
  const locale = useLocale();
  const [text, setText, forget] = useDraft(`${complaintId}.${change}.reason`);
  const [isAsked, setAsked] = useState(false);
  const isMissing = text.trim() === "";
  return {
    field: {
      value: text,
      onInput: setText,
      wrong: isAsked && isMissing ? [sayDates(locale, "change.reason.missing")] : [],
    },
    /** The reason as it is sent; null when there is none, which is then said at the field. */
    take: (): string | null => {
      setAsked(true);
      return isMissing ? null : text.trim();
    },
    forget,
  };
}
