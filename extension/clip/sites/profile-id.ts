import type { PostFields } from "../captured-page";

/**
 * Adds the platform's own name of the author, where the address of the profile tells it.
 *
 * @param pattern of path and query; its first group is the name
 */
export function withProfileId(found: PostFields, pattern: RegExp): PostFields {
  const { author } = found;
  if (author === null || author.profileUrl === null) return found;
  const { pathname, search } = new URL(author.profileUrl);
  const platformId = pattern.exec(`${pathname}${search}`)?.[1] ?? null;
  return { ...found, author: { ...author, platformId } };
}
