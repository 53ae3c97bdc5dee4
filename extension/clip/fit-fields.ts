import type { Author } from "@otklik/shared/complaint/clip";
import { CLIP_LIMITS } from "@otklik/shared/complaint/clip-limits";
import type { CapturedPost, CaptureNote, FoundAttachment } from "./captured-page";
import { tidyText } from "./line-writer";
import type { Page } from "./page";

/**
 * Brings what was read within the register's limits. Words that are too long are cut and the
 * notes say so; a name that is longer than a name is cut too.
 */
export function fitFields(fields: CapturedPost): { post: CapturedPost; cuts: CaptureNote[] } {
  const cuts = new Set<CaptureNote>();
  const line = (value: string | null, length: number = CLIP_LIMITS.nameLength): string | null => {
    const text = value === null ? "" : tidyText(value).replace(/\s+/gu, " ");
    if (text.length > length) cuts.add("field-cut");
    return cut(text, length) || null;
  };
  const narrative = fields.narrative === null ? "" : tidyText(fields.narrative);
  if (narrative.length > CLIP_LIMITS.narrativeLength) cuts.add("text-cut");
  const author: Author | null = fields.author && {
    name: line(fields.author.name),
    handle: line(fields.author.handle),
    profileUrl: fields.author.profileUrl,
    platformId: line(fields.author.platformId),
  };
  return {
    post: {
      ...fields,
      subject: line(fields.subject, CLIP_LIMITS.titleLength),
      narrative: cut(narrative, CLIP_LIMITS.narrativeLength) || null,
      author,
      permalinkKey: line(fields.permalinkKey),
      thread: fields.thread && {
        ...fields.thread,
        parent: fields.thread.parent && {
          ...fields.thread.parent,
          author: line(fields.thread.parent.author),
          narrative: cut(tidyText(fields.thread.parent.narrative ?? ""), CLIP_LIMITS.parentLength) || null,
        },
      },
      mail: fields.mail && {
        messageId: line(fields.mail.messageId, CLIP_LIMITS.titleLength),
        to: line(fields.mail.to, CLIP_LIMITS.titleLength),
        ...(fields.mail.inReplyTo === undefined
          ? {}
          : { inReplyTo: line(fields.mail.inReplyTo, CLIP_LIMITS.titleLength) }),
      },
      postedAt: fields.postedAt && {
        ...fields.postedAt,
        raw: line(fields.postedAt.raw, CLIP_LIMITS.rawDateLength),
      },
      attachments: fields.attachments && fitAttachments(fields.attachments),
    },
    cuts: [...cuts],
  };
}

/** As many as the register takes, each with its words for those who do not see it. */
function fitAttachments(found: readonly FoundAttachment[]): FoundAttachment[] {
  const known = new Set<string>();
  // The same picture is often named twice, by the post and by its description.
  const distinct = found.filter(({ url }) => url === null || (!known.has(url) && known.add(url)));
  return distinct.slice(0, CLIP_LIMITS.attachments).map((attachment) => ({
    ...attachment,
    alt: cut(tidyText(attachment.alt ?? ""), CLIP_LIMITS.titleLength) || null,
  }));
}

/** The page's title by its own element: a form or an image may hide `document.title`. */
export function fitTitle(page: Page): string {
  const element = page.select(page.document, "head > title, title");
  const text = element === null ? "" : page.children(element).filter(page.isText).map(page.data).join("");
  return cut(tidyText(text).replace(/\s+/gu, " "), CLIP_LIMITS.titleLength);
}

/** At most so many UTF-16 units, never half of a character. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return short.isWellFormed() ? short : short.slice(0, -1);
}
