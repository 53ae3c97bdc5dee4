import type { Rating } from "@otklik/shared/complaint/clip";
import { sayPost } from "../messages/post";
import { correctField } from "./draft-changes";
import { Field } from "./Field";
import { marksOf } from "./field-marks";
import type { FieldProps } from "./field-props";

/** The usual best rating, for one that is typed where none was captured. */
const USUAL_MAX = 5;

/** How many stars the review gives: "4 of 5". Shown where there is one, and for a review, where one is expected. */
export function RatingField(props: FieldProps) {
  const { locale, draft, change, errorAt } = props;
  const { rating = null, channel } = draft.request.clip;
  const marks = marksOf(props, "rating");
  if (rating === null && channel !== "review" && marks.onRestore === undefined) return null;
  const set = (part: Partial<Rating> | null) =>
    change((now) =>
      correctField(now, "rating", part && { value: 0, max: USUAL_MAX, ...now.request.clip.rating, ...part }),
    );
  return (
    <Field
      locale={locale}
      label={sayPost(locale, "field.rating")}
      inputId={null}
      marks={marks}
      error={errorAt("clip.rating.value") ?? errorAt("clip.rating.max")}
    >
      <div class="rating">
        <input
          type="number"
          aria-label={sayPost(locale, "field.ratingValue")}
          min={0}
          max={rating?.max ?? USUAL_MAX}
          step="any"
          value={rating?.value ?? ""}
          onInput={({ currentTarget: { value, valueAsNumber } }) =>
            set(value === "" ? null : { value: valueAsNumber })
          }
        />
        <span aria-hidden="true">{sayPost(locale, "field.ratingMax")}</span>
        <input
          type="number"
          aria-label={sayPost(locale, "field.ratingMax")}
          min={1}
          max={100}
          step="any"
          disabled={rating === null}
          value={rating?.max ?? USUAL_MAX}
          onInput={({ currentTarget: { valueAsNumber } }) => {
            if (!Number.isNaN(valueAsNumber)) set({ max: valueAsNumber });
          }}
        />
      </div>
    </Field>
  );
}
