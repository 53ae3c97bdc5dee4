import type { Attachment, Clip } from "@otklik/shared/complaint/clip";
import type { ClipField } from "@otklik/shared/complaint/clip-fields";
import type { ComponentChildren } from "preact";
import { sayDesk } from "../messages/index";
import { ExternalLink } from "../parts/ExternalLink";
import { useLocale } from "../preferences/Preferences";

interface PostFactsProps {
  readonly clip: Clip;
  readonly fact: (name: string, field: ClipField | null, value: ComponentChildren) => ComponentChildren;
}

/** What not every post has: a subject, a mail's marks, a rating, a place in a thread, things that hang on it. */
export function PostFacts({ clip, fact }: PostFactsProps) {
  const locale = useLocale();
  const { subject, mail, rating, thread, attachments = [] } = clip;
  const parent = thread?.parent ?? null;
  const position = thread?.position ?? null;
  const place = [
    parent &&
      sayDesk(locale, "clip.thread.answers", {
        author: parent.author ?? sayDesk(locale, "clip.thread.someone"),
      }),
    position && sayDesk(locale, "clip.thread.position", { position }),
  ].filter(Boolean);
  return (
    <>
      {subject && fact(sayDesk(locale, "clip.subject"), "subject", <bdi>{subject}</bdi>)}
      {mail?.to && fact(sayDesk(locale, "clip.mail.to"), null, <bdi>{mail.to}</bdi>)}
      {mail?.messageId &&
        fact(sayDesk(locale, "clip.mail.messageId"), null, <bdi class="lines">{mail.messageId}</bdi>)}
      {rating &&
        fact(
          sayDesk(locale, "clip.rating"),
          "rating",
          sayDesk(locale, "clip.rating.of", { value: rating.value, max: rating.max }),
        )}
      {place.length > 0 &&
        fact(
          sayDesk(locale, "clip.thread"),
          "thread",
          <>
            <bdi>{place.join(", ")}</bdi>
            {parent?.narrative && (
              <bdi class="raw" dir="auto">
                {parent.narrative}
              </bdi>
            )}
            {parent?.permalink && <ExternalLink address={parent.permalink}>{parent.permalink}</ExternalLink>}
          </>,
        )}
      {attachments.length > 0 &&
        fact(
          sayDesk(locale, "clip.attachments"),
          "attachments",
          <ul class="plain-list">
            {attachments.map((attachment, place) => (
              <li key={place}>
                <AttachmentLine attachment={attachment} />
              </li>
            ))}
          </ul>,
        )}
    </>
  );
}

function AttachmentLine({ attachment: { kind, url, alt, sha256 } }: { readonly attachment: Attachment }) {
  const locale = useLocale();
  const name = alt === null || alt === "" ? sayDesk(locale, `clip.attachment.${kind}`) : alt;
  return (
    <>
      {url === null ? (
        <bdi>{name}</bdi>
      ) : (
        <ExternalLink address={url}>
          <bdi>{name}</bdi>
        </ExternalLink>
      )}
      {sha256 !== null && <span class="muted"> ({sayDesk(locale, "clip.attachment.kept")})</span>}
    </>
  );
}

/** How far a field may be trusted, or why it is empty; nothing where it is sure. */
export function Doubt({ clip, field }: { readonly clip: Clip; readonly field: ClipField }) {
  const locale = useLocale();
  const reason = clip.missing?.[field];
  if (reason !== undefined) return <span class="source">{sayDesk(locale, `clip.missing.${reason}`)}</span>;
  const confidence = clip.confidence?.[field];
  if (confidence === undefined || confidence === "sure") return null;
  return <span class="source">{sayDesk(locale, `clip.doubt.${confidence}`)}</span>;
}
