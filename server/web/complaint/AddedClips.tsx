import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayDesk } from "../messages/index";
import { ExternalLink } from "../parts/ExternalLink";
import { formatInstant } from "../parts/format-when";
import { useLocale } from "../preferences/Preferences";
import { MorePosts } from "./MorePosts";

/** Clips that came when the complaint had its number already. Nothing is shown where none did. */
export function AddedClips({ complaint, now }: { complaint: Complaint; now: Date }) {
  const locale = useLocale();
  const { addedClips, zone } = complaint;
  if (addedClips.length === 0) return null;
  return (
    <section class="part" aria-labelledby="added-title">
      <h2 id="added-title">{sayDesk(locale, "clip.added.title")}</h2>
      <ul class="plain-list added-clips">
        {addedClips.map(({ id, clip, addedAt, addedBy }) => (
          <li class="clip" key={id}>
            <p class="muted">
              {sayDesk(locale, "clip.added.by", {
                when: formatInstant(locale, addedAt, zone, now),
                name: addedBy.name,
              })}
            </p>
            <p class="clip-author">
              <bdi>{clip.author.name ?? clip.author.handle ?? sayDesk(locale, "list.unknownAuthor")}</bdi>
            </p>
            <blockquote class="narrative" aria-label={sayDesk(locale, "clip.narrative")}>
              <bdi class="lines" dir="auto">
                {clip.narrative}
              </bdi>
            </blockquote>
            {clip.permalink !== null && (
              <ExternalLink address={clip.permalink}>{clip.permalink}</ExternalLink>
            )}
            <MorePosts clip={clip} zone={zone} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}
