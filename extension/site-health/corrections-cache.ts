import { SELECTOR_NAMES } from "@otklik/shared/capture/selector-names";
import type { SiteCorrection, SiteCorrections } from "@otklik/shared/capture/site-corrections";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { localItem } from "../settings/local-item";

/** What the organisation has put right of sites, as last fetched. */
export const cachedCorrections = localItem<SiteCorrections>("siteCorrections");

/** What of an answer is corrections: selectors, which are data. Anything else in it is left out; null when it is none at all. */
export function correctionsIn(body: unknown): SiteCorrections | null {
  if (!isRecord(body) || typeof body.revision !== "number" || !isRecord(body.sites)) return null;
  const sites = Object.entries(body.sites).flatMap(([name, given]): [string, SiteCorrection][] => {
    if (!/^[a-z0-9-]{1,50}$/.test(name) || !isRecord(given)) return [];
    return [[name, { disabled: given.disabled === true, selectors: selectorsIn(given.selectors) }]];
  });
  return { revision: body.revision, sites: Object.fromEntries(sites) };
}

function selectorsIn(given: unknown): NonNullable<SiteCorrection["selectors"]> {
  if (!isRecord(given)) return {};
  const known = SELECTOR_NAMES.flatMap((name): [string, string][] => {
    const selector = Object.hasOwn(given, name) ? given[name] : undefined;
    return typeof selector === "string" && selector.length <= LIMITS.selectorLength ? [[name, selector]] : [];
  });
  return Object.fromEntries(known);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
