import { LIMITS } from "@otklik/shared/complaint/limits";
import { sayDates } from "../../messages/dates/index";
import { LongField } from "../../parts/LongField";
import { useLocale } from "../../preferences/Preferences";
import type { useReason } from "./use-reason";

interface ReasonFieldProps {
  readonly reason: ReturnType<typeof useReason>;
  /** Who will read it. */
  readonly hint: string;
  readonly autofocus?: boolean;
}

/** The reason of a change, in the person's own words; kept while they are typed. */
export function ReasonField({ reason, hint, autofocus = false }: ReasonFieldProps) {
  const locale = useLocale();
  return (
    <LongField
      {...reason.field}
      label={sayDates(locale, "change.reason")}
      name="reason"
      maxLength={LIMITS.reasonLength}
      hint={hint}
      autofocus={autofocus}
    />
  );
}
