import type { Draft } from "../storage/database";

/** By what the agent knows a draft among others: its author and words; empty while nothing is known of it. */
export function nameOfDraft({ request: { clip } }: Draft): string {
  const who = clip.author.name ?? clip.author.handle;
  const words = clip.narrative.replace(/\s+/gu, " ").trim();
  return who === null ? words || clip.page.title : `${who}: ${words}`;
}
