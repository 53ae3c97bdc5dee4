import type { AskRegisteredBefore } from "@otklik/shared/capture/registered-before";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Draft } from "../storage/database";

/**
 * What is asked of a draft, by what was captured and not by what is typed. Null while the page is still being read,
 * and where there is nothing to ask by.
 */
export function questionOf({
  captured,
  createdAt,
  updatedAt,
}: Pick<Draft, "captured" | "createdAt" | "updatedAt">): AskRegisteredBefore | null {
  // The first thing that is written to a draft is what the page told; a mail's file tells all at once.
  if (updatedAt === createdAt && captured.adapter !== "mail-file") return null;
  const posts = [captured, ...(captured.more ?? [])];
  const keys = posts.map(({ permalinkKey }) => permalinkKey).filter((key) => key !== null);
  const narrative = [...captured.narrative].slice(0, LIMITS.narrativeLength).join("").toWellFormed();
  if (keys.length === 0 && narrative.trim() === "") return null;
  return {
    permalinkKeys: [...new Set(keys)].slice(0, LIMITS.lookupKeys),
    narrative: narrative.trim() === "" ? null : narrative.replaceAll("\0", ""),
  };
}
