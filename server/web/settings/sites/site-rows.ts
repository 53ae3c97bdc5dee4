import type { AdapterHealth } from "@otklik/shared/capture/adapter-health";

/** The fields that every post has; the others may well not be there. */
export const SHOWN_FIELDS = ["narrative", "author", "permalink", "postedAt"] as const;
type ShownField = (typeof SHOWN_FIELDS)[number];

export interface SiteRow {
  readonly adapter: string;
  readonly read: number;
  readonly fellBack: number;
  /** Found of those that were looked for, from 0 to 1; null where none was. */
  readonly filled: Readonly<Record<ShownField, number | null>>;
}

/** The days of each adapter as one row, the worst first: what was passed over or left empty weighs most. */
export function siteRows(counts: readonly AdapterHealth[]): SiteRow[] {
  const adapters = [...new Set(counts.map(({ adapter }) => adapter))];
  return adapters
    .map((adapter) =>
      rowOf(
        adapter,
        counts.filter((one) => one.adapter === adapter),
      ),
    )
    .sort((one, other) => worth(one) - worth(other) || one.adapter.localeCompare(other.adapter));
}

function rowOf(adapter: string, days: readonly AdapterHealth[]): SiteRow {
  const sum = (of: (day: AdapterHealth) => number) => days.reduce((total, day) => total + of(day), 0);
  const share = (field: ShownField) => {
    const found = sum(({ filled }) => filled[field] ?? 0);
    const all = found + sum(({ missed }) => missed[field] ?? 0);
    return all === 0 ? null : found / all;
  };
  return {
    adapter,
    read: sum(({ read }) => read),
    fellBack: sum(({ fellBack }) => fellBack),
    filled: {
      narrative: share("narrative"),
      author: share("author"),
      permalink: share("permalink"),
      postedAt: share("postedAt"),
    },
  };
}

/** From 0, nothing is read, to 1, everything is. */
function worth({ read, fellBack, filled }: SiteRow): number {
  const shares = [...Object.values(filled), read + fellBack === 0 ? null : read / (read + fellBack)];
  return Math.min(...shares.map((share) => share ?? 1));
}
