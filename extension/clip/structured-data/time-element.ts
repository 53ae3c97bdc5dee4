import type { PostedAt } from "@otklik/shared/complaint/clip";
import type { Page } from "../page";
import { postedAtOf } from "../posted-at";
import { lineOf } from "../read-text";

/**
 * When the post was made, by its own first `<time>`: not one of a comment below it or of a quotation in it.
 *
 * @param inner posts inside the post
 */
export function timeElement(page: Page, root: Element, inner: readonly Element[]): PostedAt | null {
  const times = page
    .selectAll(root, "time, relative-time[datetime]", 50)
    .filter((time) => !inner.some((post) => page.contains(post, time)))
    .filter((time) => page.closest(time, "blockquote") === null);
  const dated = times.find((time) => page.attribute(time, "datetime") !== null) ?? times[0];
  if (dated === undefined) return null;
  const title = page.attribute(dated, "title");
  const shown = lineOf(page, dated) ?? title;
  // Some write the zone into the tooltip alone.
  const told = [page.attribute(dated, "datetime"), title].map((date) => postedAtOf(date, shown, page.moment));
  return (
    told.find((time) => time?.at && time.zoneKnown !== false && time.precision !== "relative") ??
    told[0] ??
    null
  );
}
