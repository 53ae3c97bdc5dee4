import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayRegulation } from "../../../messages/regulation/index";
import { FailureNote } from "../../../parts/FailureNote";
import { formatInstant } from "../../../parts/format-when";
import { Waiting } from "../../../parts/Waiting";
import { useLocale } from "../../../preferences/Preferences";
import { DueLine } from "./DueLine";
import { SampleFields } from "./SampleFields";
import { type Sample, tellingFrom } from "./sample";
import type { Preview } from "./use-preview";

interface PreviewPaneProps {
  readonly sample: Sample;
  readonly preview: Preview;
  readonly zone: string;
  readonly now: Date;
  readonly onSample: (sample: Sample) => void;
  readonly onRetry: () => void;
}

/** The sample complaint and every date that the draft gives it. */
export function PreviewPane(props: PreviewPaneProps) {
  const locale = useLocale();
  const { sample, preview, zone, onSample } = props;
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{sayRegulation(locale, "preview.title")}</h2>
      <p class="muted">{sayRegulation(locale, "preview.intro")}</p>
      <PreviewDates {...props} />
      <details class="sample-details" open>
        <summary>{sayRegulation(locale, "preview.sample")}</summary>
        <SampleFields
          sample={sample}
          zone={zone}
          isBadTime={preview.kind === "badTime"}
          onChange={onSample}
        />
      </details>
    </section>
  );
}

function PreviewDates({ sample, preview, zone, now, onRetry }: PreviewPaneProps) {
  const locale = useLocale();
  switch (preview.kind) {
    case "loading":
      return <Waiting lines={4} />;
    case "failed":
      return (
        <FailureNote
          failure={preview.failure}
          title={sayRegulation(locale, "preview.engineFailed")}
          onRetry={onRetry}
        />
      );
    case "badTime":
      return <p class="note">{sayRegulation(locale, "preview.badTime")}</p>;
    case "uncountable":
      return (
        <div class="note note-failure">
          <p class="note-title">{sayRegulation(locale, "preview.failed")}</p>
          <p>{sayRegulation(locale, "preview.failed.detail")}</p>
        </div>
      );
    case "counted": {
      const { facts, dates } = preview;
      const from = tellingFrom(facts.receivedAt, now, zone);
      return (
        <>
          <p class="preview-sentence">
            {sayRegulation(locale, "preview.sentence", {
              when: formatInstant(locale, facts.receivedAt, zone, now),
              facts: [
                sayComplaint(locale, `kind.${sample.kind}`),
                sayComplaint(locale, `channel.${sample.channel}`),
                ...sample.bases.map((basis) => sayDeadline(locale, `basis.${basis}`)),
                ...(sample.anonymous ? [sayRegulation(locale, "preview.anonymous")] : []),
              ]
                .map((fact) => fact.toLocaleLowerCase(locale))
                .join(", "),
            })}
          </p>
          {dates.length === 0 ? (
            <p class="note">{sayRegulation(locale, "preview.none")}</p>
          ) : (
            <ul class="plain-list preview-dates">
              {dates.map((each) => (
                <DueLine dates={each} from={from} zone={zone} key={each.clock} />
              ))}
            </ul>
          )}
        </>
      );
    }
  }
}
