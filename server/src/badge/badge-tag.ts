import { createHash } from "node:crypto";
import type { BadgeSnapshot } from "@otklik/shared/badge/badge-snapshot";

/** ETag of a snapshot: the same until a count, a due instant or the day changes, whenever it was made. */
export function badgeTag({ asOf: _asOf, ...rest }: BadgeSnapshot): string {
  return `"${createHash("sha256").update(JSON.stringify(rest)).digest("base64url").slice(0, 22)}"`;
}
