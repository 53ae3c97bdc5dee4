import type { Author, Clip } from "@otklik/shared/complaint/clip";
import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { tidyText } from "../clip/line-writer";

/** The request as it is sent: spaces round what was typed are dropped, and an empty field is null. */
export function tidyRequest(request: RegisterComplaint): RegisterComplaint {
  const { clip } = request;
  const author: Author = {
    name: line(clip.author.name),
    handle: line(clip.author.handle),
    profileUrl: line(clip.author.profileUrl),
    platformId: line(clip.author.platformId),
  };
  const tidied: Clip = {
    ...clip,
    narrative: tidyText(clip.narrative),
    author,
    permalink: line(clip.permalink),
    postedAt: { ...clip.postedAt, raw: line(clip.postedAt.raw) },
    ...(clip.more && { more: clip.more.map((post) => ({ ...post, narrative: tidyText(post.narrative) })) }),
    page: { title: line(clip.page.title) ?? "", url: clip.page.url?.trim() || null },
  };
  return { ...request, remedySought: tidyText(request.remedySought ?? "") || null, clip: tidied };
}

function line(value: string | null): string | null {
  return value === null ? null : tidyText(value).replace(/\s+/gu, " ") || null;
}
