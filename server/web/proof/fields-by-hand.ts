import { CLIP_FIELDS, type ClipField } from "@otklik/shared/complaint/clip-fields";

/** A post of a clip, which may come from a file that anybody wrote. */
interface SourcedPost {
  readonly sources?: unknown;
}

/** The fields that the agent typed or corrected, of any of the posts: no browser has shown them so. */
export function fieldsByHand(posts: readonly SourcedPost[]): ClipField[] {
  return CLIP_FIELDS.filter((field) =>
    posts.some(
      ({ sources }) =>
        typeof sources === "object" &&
        sources !== null &&
        new Map(Object.entries(sources)).get(field) === "agent",
    ),
  );
}
