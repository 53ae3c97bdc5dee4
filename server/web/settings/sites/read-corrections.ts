import { type SiteCorrections, siteCorrectionsSchema } from "@otklik/shared/capture/site-corrections";

export type ReadCorrections =
  | { readonly kind: "read"; readonly sites: SiteCorrections["sites"] }
  | { readonly kind: "json" }
  /** Where it is wrong, such as `vk.selectors.author`. */
  | { readonly kind: "shape" | "selector"; readonly path: string };

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
  const parsed = siteCorrectionsSchema.shape.sites.safeParse(sitesIn(given));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const keys = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    return { kind: "shape", path: [...(issue?.path ?? []), ...keys].join(".") };
  }
  for (const [site, { selectors }] of Object.entries(parsed.data)) {
    for (const [name, selector] of Object.entries(selectors ?? {})) {
      if (!isSelector(selector)) return { kind: "selector", path: `${site}.selectors.${name}` };
    }
  }
  return { kind: "read", sites: parsed.data };
}

function sitesIn(given: unknown): unknown {
  const isFile = typeof given === "object" && given !== null && "sites" in given && "revision" in given;
  return isFile ? given.sites : given;
}
