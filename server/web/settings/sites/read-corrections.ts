import { SELECTOR_NAMES } from "@otklik/shared/capture/selector-names";
import {
  type SiteCorrections,
  siteCorrectionSchema,
  writtenCorrectionsSchema,
} from "@otklik/shared/capture/site-corrections";
import { SITE_NAMES } from "@otklik/shared/capture/site-names";
import type { z } from "zod";

export type ReadCorrections =
  | { readonly kind: "read"; readonly sites: SiteCorrections["sites"] }
  | { readonly kind: "json" }
  /** It is JSON, and no list of sites. */
  | { readonly kind: "shape" }
  /** There is no such site. */
  | { readonly kind: "site"; readonly site: string }
  /** The site's correction has something that none has, a selector of that name, or a value that is none. */
  | { readonly kind: "part" | "name" | "value" | "selector"; readonly site: string; readonly name: string };

/**
 * Reads corrections as they were typed or stood in a file; a file may hold them with their revision.
 *
 * @param isSelector whether this browser takes a text for a CSS selector
 */
export function readCorrections(text: string, isSelector: (text: string) => boolean): ReadCorrections {
  let given: unknown;
  try {
    given = JSON.parse(text.trim() === "" ? "{}" : text);
  } catch {
    return { kind: "json" };
  }
  const parsed = writtenCorrectionsSchema.shape.sites.safeParse(sitesIn(given));
  if (!parsed.success) return wrongOf(parsed.error.issues[0]);
  for (const [site, { selectors = {} }] of Object.entries(parsed.data)) {
    for (const [name, selector] of Object.entries(selectors)) {
      if (!isSelector(selector)) return { kind: "selector", site, name };
    }
  }
  return { kind: "read", sites: parsed.data };
}

/** Where it is wrong, in the words of what is corrected: the site, its part or selector. */
function wrongOf(issue: z.core.$ZodIssue | undefined): ReadCorrections {
  const keys = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const [site, part, selector] = [...(issue?.path ?? []), ...keys].map(String);
  if (site === undefined) return { kind: "shape" };
  if (!SITE_NAMES.some((name) => name === site)) return { kind: "site", site };
  if (part === undefined) return { kind: "part", site, name: "" };
  if (selector === undefined) {
    const isKnown = Object.keys(siteCorrectionSchema.shape).includes(part);
    return { kind: isKnown ? "value" : "part", site, name: part };
  }
  const isKnown = SELECTOR_NAMES.some((name) => name === selector);
  return { kind: isKnown ? "value" : "name", site, name: selector };
}

function sitesIn(given: unknown): unknown {
  const isFile = typeof given === "object" && given !== null && "sites" in given && "revision" in given;
  return isFile ? given.sites : given;
}
