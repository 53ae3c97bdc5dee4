import type { PostFields } from "../captured-page";

/** Adds the platform's own name of the author, where the address of the profile tells it: the pattern's first group. */
export function withProfileId(found: PostFields, pattern: RegExp): PostFields {
  const { author } = found;
  if (author === null || author.profileUrl === null) return found;
  const platformId = pattern.exec(new URL(author.profileUrl).pathname)?.[1] ?? null;
  return { ...found, author: { ...author, platformId } };
}
