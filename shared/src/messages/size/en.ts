import type { Catalogue } from "../message";

export const en = {
  kilobytes: "{size}\u00a0kB",
  megabytes: "{size}\u00a0MB",
} as const satisfies Catalogue;
