import { sayPost } from "../messages/post";
import { FieldMarksLine } from "./Field";
import { marksOf } from "./field-marks";
import type { FieldProps } from "./field-props";

/** What the post answers, and which answer it is: folded, for it is not the complaint. Shown where something is known. */
export function ThreadField(props: FieldProps) {
  const { locale, draft } = props;
  const { thread = null } = draft.request.clip;
  const { parent = null, position = null } = thread ?? {};
  if (parent === null && position === null) return null;
  // Only the switch that hides other people's words changes it, and only that gives it back.
  const shownMarks = { ...marksOf(props, "thread"), onRestore: undefined };
  const marks = <FieldMarksLine locale={locale} marks={shownMarks} label="" />;
  const place = position !== null && sayPost(locale, "field.threadPosition", { position });
  if (parent === null) {
    return (
      <p class="thread">
        {place} {marks}
      </p>
    );
  }
  const { author, narrative, permalink } = parent;
  const title =
    author === null ? sayPost(locale, "field.thread") : sayPost(locale, "field.threadBy", { author });
  return (
    <details class="page thread">
      <summary>
        <bdi class="label">{title}</bdi> {marks}
      </summary>
      {narrative !== null && (
        <blockquote>
          <bdi class="lines" dir="auto">
            {narrative}
          </bdi>
        </blockquote>
      )}
      {place && <p class="hint">{place}</p>}
      {permalink !== null && (
        <a href={permalink} target="_blank" rel="noreferrer">
          {sayPost(locale, "more.link")}
        </a>
      )}
    </details>
  );
}
