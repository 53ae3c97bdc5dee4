import type { Complaint } from "@otklik/shared/complaint/complaint";
import { useId } from "preact/hooks";
import { sayDesk } from "../messages/index";
import { ExternalLink } from "../parts/ExternalLink";
import { formatDay, formatInstant } from "../parts/format-when";
import { useLocale } from "../preferences/Preferences";

type Post = NonNullable<Complaint["clip"]["more"]>[number];

interface MorePostsProps {
  readonly clip: Pick<Complaint["clip"], "more">;
  /** IANA name. */
  readonly zone: string;
  readonly now: Date;
}

/** The further posts of a clip, in the order in which they were picked: who, when, the words, the way there. */
export function MorePosts({ clip, zone, now }: MorePostsProps) {
  const locale = useLocale();
  const titleId = useId();
  const { more = [] } = clip;
  if (more.length === 0) return null;
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId}>{sayDesk(locale, "clip.more", { count: more.length })}</h3>
      <ol class="more-posts" start={2}>
        {more.map((post, index) => (
          // Posts have no name of their own, and their order never changes.
          <li key={index}>
            <p class="clip-author">
              <bdi>{post.author.name ?? post.author.handle ?? sayDesk(locale, "list.unknownAuthor")}</bdi>{" "}
              <span class="muted">{whenPosted(post)}</span>
            </p>
            <blockquote class="narrative">
              <bdi class="lines" dir="auto">
                {post.narrative}
              </bdi>
            </blockquote>
            {post.permalink !== null && (
              <ExternalLink address={post.permalink}>{post.permalink}</ExternalLink>
            )}
          </li>
        ))}
      </ol>
    </section>
  );

  /** No more exactly than the page told. */
  function whenPosted({ postedAt: { at, day, raw } }: Post): string {
    if (at !== null) return formatInstant(locale, at, zone, now);
    return day === undefined ? (raw ?? "") : formatDay(locale, day);
  }
}
