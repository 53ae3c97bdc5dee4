import type { CapturedPostRecord } from "@otklik/shared/complaint/clip";
import { useRef, useState } from "preact/hooks";
import { sayPost } from "../messages/post";
import type { Draft } from "../storage/database";
import type { FieldProps } from "./field-props";
import { pickInActiveTab } from "./pick-in-active-tab";
import { correctWords, movePostFirst, removePost, restorePost, roomForPosts } from "./posts";

/** The further posts of the complaint: a line each, opened to edit the words; and the way to add one. */
export function MorePosts(props: FieldProps) {
  const { locale, draft, change } = props;
  const { more = [] } = draft.request.clip;
  const [removed, setRemoved] = useState<{ readonly index: number; readonly before: Draft } | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const isFull = roomForPosts(draft.request.clip) <= 0;
  return (
    <section class="more-posts" aria-label={sayPost(locale, "more.title", { count: more.length })}>
      {more.length > 0 && (
        <>
          <p class="label">{sayPost(locale, "more.title", { count: more.length })}</p>
          <ol start={2}>
            {more.map((post, at) => (
              <MorePost
                // A post has no name of its own; where it stands is what tells it apart.
                key={draft.order?.[at + 1] ?? at + 1}
                {...props}
                post={post}
                index={at + 1}
                onRemove={() => {
                  setRemoved({ index: at + 1, before: draft });
                  change((now) => removePost(now, at + 1));
                  add.current?.focus();
                }}
              />
            ))}
          </ol>
        </>
      )}
      <div role="status">
        {removed !== null && (
          <p class="discarded">
            {sayPost(locale, "more.removed")}{" "}
            <button
              type="button"
              class="link"
              onClick={() => {
                change((now) => restorePost(now, removed.index, removed.before));
                setRemoved(null);
                add.current?.focus();
              }}
            >
              {sayPost(locale, "more.undo")}
            </button>
          </p>
        )}
      </div>
      <button
        ref={add}
        type="button"
        class="link"
        disabled={isFull}
        onClick={() => void pickInActiveTab(draft.id)}
      >
        {sayPost(locale, "more.add")}
      </button>
      {isFull && <p class="hint">{sayPost(locale, "more.full")}</p>}
    </section>
  );
}

interface MorePostProps extends FieldProps {
  readonly post: CapturedPostRecord;
  /** Among the posts of the complaint, whose own is 0. */
  readonly index: number;
  readonly onRemove: () => void;
}

function MorePost({ locale, change, errorAt, post, index, onRemove }: MorePostProps) {
  const id = `more-${index}`;
  const error = errorAt(`clip.more.${index - 1}.narrative`);
  const words = post.narrative.replace(/\s+/gu, " ").trim();
  return (
    <li>
      <details open={error !== undefined || undefined}>
        <summary>
          <bdi class="label">
            {post.author.name ?? post.author.handle ?? sayPost(locale, "more.noAuthor")}
          </bdi>{" "}
          <span class="muted">{when(post, locale)}</span>{" "}
          <bdi>{words || sayPost(locale, "more.noWords")}</bdi>
        </summary>
        <textarea
          id={id}
          rows={3}
          aria-label={sayPost(locale, "more.words", { number: index + 1 })}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          value={post.narrative}
          onInput={(event) => {
            const { value } = event.currentTarget;
            change((now) => correctWords(now, index, value));
          }}
        />
        {error !== undefined && (
          <p class="error" id={`${id}-error`}>
            {error}
          </p>
        )}
        <div class="tools">
          <button type="button" onClick={() => change((now) => movePostFirst(now, index))}>
            {sayPost(locale, "more.first")}
          </button>
          <button type="button" onClick={onRemove}>
            {sayPost(locale, "more.remove")}
          </button>
          {post.permalink !== null && (
            <a href={post.permalink} target="_blank" rel="noreferrer">
              {sayPost(locale, "more.link")}
            </a>
          )}
        </div>
      </details>
    </li>
  );
}

/** When a further post was made, as shortly as it is known; else in the page's words. */
function when({ postedAt }: CapturedPostRecord, locale: FieldProps["locale"]): string {
  const { at, day, raw } = postedAt;
  if (at !== null) return new Date(at).toLocaleString(locale, { dateStyle: "short", timeStyle: "short" });
  return day === undefined
    ? (raw ?? "")
    : new Date(`${day}T12:00`).toLocaleDateString(locale, { dateStyle: "short" });
}
