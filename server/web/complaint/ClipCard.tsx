import type { ClipField } from "@otklik/shared/complaint/clip-fields";
import type { Complaint } from "@otklik/shared/complaint/complaint";
import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { ComponentChildren } from "preact";
import { sayDesk } from "../messages/index";
import { ExternalLink } from "../parts/ExternalLink";
import { formatDay, formatInstant } from "../parts/format-when";
import { Icon } from "../parts/Icon";
import { useLocale } from "../preferences/Preferences";
import { MorePosts } from "./MorePosts";
import { Doubt, PostFacts } from "./PostFacts";

/** The clip as it looked: the text with its lines, and each field with where it came from. */
export function ClipCard({ complaint, now }: { complaint: Complaint; now: Date }) {
  const locale = useLocale();
  const { clip, zone } = complaint;
  const { author, permalink, page } = clip;

  const fact = (name: string, field: ClipField | null, value: ComponentChildren) => {
    const source = field === null ? undefined : clip.sources[field];
    return (
      <>
        <dt>{name}</dt>
        <dd>
          {value}
          {source !== undefined && <span class="source">{sayComplaint(locale, `source.${source}`)}</span>}
          {field !== null && <Doubt clip={clip} field={field} />}
        </dd>
      </>
    );
  };

  const names = [author.name, author.handle].filter((name) => name !== null);
  const narrativeSource = clip.sources.narrative;
  return (
    <section class="part" aria-labelledby="clip-title">
      <h2 id="clip-title">{sayDesk(locale, "clip.title")}</h2>
      <div class="clip">
        <p class="clip-author">
          <Icon name={clip.channel} />
          {names.length === 0 ? (
            <span class="muted">{sayDesk(locale, "list.unknownAuthor")}</span>
          ) : (
            names.map((name) => <bdi key={name}>{name}</bdi>)
          )}
        </p>
        <blockquote class="narrative" aria-label={sayDesk(locale, "clip.narrative")}>
          <bdi class="lines" dir="auto">
            {clip.narrative}
          </bdi>
        </blockquote>
        {narrativeSource !== undefined && (
          <p class="source">
            {sayDesk(locale, "clip.narrative")}: {sayComplaint(locale, `source.${narrativeSource}`)}
          </p>
        )}
        <dl class="facts">
          {fact(
            sayDesk(locale, "clip.author"),
            "author",
            author.profileUrl === null ? (
              names.length === 0 ? (
                sayDesk(locale, "clip.author.none")
              ) : (
                <bdi>{names.join(", ")}</bdi>
              )
            ) : (
              <ExternalLink address={author.profileUrl}>{author.profileUrl}</ExternalLink>
            ),
          )}
          {fact(
            sayDesk(locale, "clip.permalink"),
            "permalink",
            permalink === null ? (
              sayDesk(locale, "clip.permalink.none")
            ) : (
              <ExternalLink address={permalink}>{permalink}</ExternalLink>
            ),
          )}
          {fact(
            sayDesk(locale, "clip.postedAt"),
            "postedAt",
            <PostedAt postedAt={clip.postedAt} zone={zone} now={now} />,
          )}
          {page.url !== null &&
            fact(
              sayDesk(locale, "clip.page"),
              null,
              <ExternalLink address={page.url}>
                <bdi>{page.title === "" ? page.url : page.title}</bdi>
              </ExternalLink>,
            )}
          <PostFacts clip={clip} fact={fact} />
          {fact(sayDesk(locale, "complaint.channel"), null, sayComplaint(locale, `channel.${clip.channel}`))}
          {fact(sayDesk(locale, "clip.capturedAt"), null, formatInstant(locale, clip.capturedAt, zone, now))}
        </dl>
        <MorePosts clip={clip} zone={zone} now={now} />
      </div>
    </section>
  );
}

interface PostedAtProps {
  readonly postedAt: Complaint["clip"]["postedAt"];
  readonly zone: string;
  readonly now: Date;
}

/** When the post was made, no more exactly than the page told, and in the page's own words. */
function PostedAt({ postedAt, zone, now }: PostedAtProps) {
  const locale = useLocale();
  const { at, day, precision, raw, zoneKnown } = postedAt;
  const isKnown = at !== null || day !== undefined;
  const words = () => {
    if (at !== null && precision !== "day") return formatInstant(locale, at, zone, now);
    const told = day ?? (at === null ? undefined : wallClockOf(at, zone).day);
    return told === undefined ? sayDesk(locale, "clip.postedAt.none") : formatDay(locale, told);
  };
  return (
    <>
      {words()}
      {isKnown && <span class="muted"> ({sayDesk(locale, `precision.${precision}`)})</span>}
      {zoneKnown === false && at !== null && (
        <span class="muted">, {sayDesk(locale, "clip.postedAt.zoneAssumed")}</span>
      )}
      {raw !== null && (
        <span class="raw">
          {sayDesk(locale, "clip.raw.before")}
          <bdi>{raw}</bdi>
          {sayDesk(locale, "clip.raw.after")}
        </span>
      )}
    </>
  );
}
