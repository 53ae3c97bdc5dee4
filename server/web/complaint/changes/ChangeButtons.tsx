import type { Failure } from "../../api/outcome";
import { sayDates } from "../../messages/dates/index";
import { sayDesk } from "../../messages/index";
import { FailureNote } from "../../parts/FailureNote";
import { useLocale } from "../../preferences/Preferences";

interface ChangeButtonsProps {
  /** What is done, as a verb. */
  readonly label: string;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  /** The form has nothing that could be sent. */
  readonly isOff?: boolean;
  readonly onCancel: () => void;
}

/** The end of every form that changes a complaint: what went wrong, the one button, and the way out. */
export function ChangeButtons({ label, failure, isBusy, isOff = false, onCancel }: ChangeButtonsProps) {
  const locale = useLocale();
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <div class="buttons">
        {!isOff && (
          <button type="submit" class="button button-main" aria-disabled={isBusy}>
            {isBusy ? sayDates(locale, "change.busy") : label}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {sayDesk(locale, isOff ? "close" : "cancel")}
        </button>
      </div>
    </>
  );
}
