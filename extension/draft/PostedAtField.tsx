import { type PostedAt, TIME_PRECISIONS } from "@otklik/shared/complaint/clip";
import { sayDraft } from "../messages/draft";
import { sayMailFile } from "../messages/mail-file";
import { sayPost } from "../messages/post";
import { correctField } from "./draft-changes";
import { Field } from "./Field";
import { marksOf } from "./field-marks";
import type { FieldProps } from "./field-props";
import { isMail } from "./is-mail";
import { localDay, localValue, precisionsFor, withDay, withMoment, withPrecision } from "./posted-at-edit";
import { capturedPostAt } from "./posts";

/** When it was posted, and how exactly that is known: never more exactly than the page or the agent says. */
export function PostedAtField(props: FieldProps) {
  const { locale, draft, change, errorAt } = props;
  const { postedAt } = draft.request.clip;
  const byMail = isMail(draft.request.clip);
  const captured = capturedPostAt(draft, 0);
  const set = (value: PostedAt) => change((now) => correctField(now, "postedAt", value));
  return (
    <Field
      locale={locale}
      label={byMail ? sayMailFile(locale, "mail.sent") : sayDraft(locale, "field.postedAt")}
      inputId={null}
      marks={marksOf(props, "postedAt")}
      hint={hintOf(captured.postedAt, locale, draft.captured.page.url === null)}
      error={errorAt("clip.postedAt.at") ?? errorAt("clip.postedAt.raw")}
    >
      <div class="pair moment">
        <div class="part">
          <label for="posted-precision">{sayDraft(locale, "field.precision")}</label>
          <select
            id="posted-precision"
            value={postedAt.precision}
            onChange={(event) => {
              const precision = TIME_PRECISIONS.find((one) => one === event.currentTarget.value);
              if (precision !== undefined) set(withPrecision(postedAt, precision, captured.postedAt));
            }}
          >
            {precisionsFor(captured.postedAt).map((precision) => (
              <option key={precision} value={precision}>
                {sayDraft(locale, `precision.${precision}`)}
              </option>
            ))}
          </select>
        </div>
        <Moment locale={locale} postedAt={postedAt} onChange={set} />
      </div>
    </Field>
  );
}

interface MomentProps extends Pick<FieldProps, "locale"> {
  readonly postedAt: PostedAt;
  readonly onChange: (value: PostedAt) => void;
}

function Moment({ locale, postedAt, onChange }: MomentProps) {
  if (postedAt.precision === "exact" || postedAt.precision === "minute") {
    return (
      <div class="part">
        <label for="posted-moment">{sayDraft(locale, "field.moment", { zone: zoneName(locale) })}</label>
        <input
          id="posted-moment"
          type="datetime-local"
          value={localValue(postedAt.at) ?? ""}
          onChange={(event) => onChange(withMoment(postedAt, event.currentTarget.value))}
        />
      </div>
    );
  }
  if (postedAt.precision !== "day") return null;
  return (
    <div class="part">
      <label for="posted-day">{sayDraft(locale, "field.day")}</label>
      <input
        id="posted-day"
        type="date"
        value={localDay(postedAt) ?? ""}
        onChange={(event) => onChange(withDay(event.currentTarget.value, postedAt.raw))}
      />
    </div>
  );
}

/** What the page itself says, and what of the time is only supposed. */
function hintOf(
  { raw, zoneKnown, precision }: PostedAt,
  locale: FieldProps["locale"],
  isFile: boolean,
): string | undefined {
  const said = [
    raw !== null &&
      (isFile ? sayMailFile(locale, "mail.says", { raw }) : sayDraft(locale, "field.pageSays", { raw })),
    zoneKnown === false && sayPost(locale, "posted.zoneAssumed", { zone: zoneName(locale) }),
    precision === "day" && sayPost(locale, "posted.dayOnly"),
  ].filter((part) => part !== false);
  return said.join("\n") || undefined;
}

function zoneName(locale: FieldProps["locale"]): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: "short" }).formatToParts(new Date());
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
