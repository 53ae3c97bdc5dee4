import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Locale } from "@otklik/shared/people/locale";
import { useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { sayBefore } from "../messages/registered-before";
import { useNow } from "../settings/use-now";
import { askRegisteredBefore, type Lookup } from "./ask-registered-before";
import { ComplaintNumber } from "./ComplaintNumber";
import { pageKeys } from "./page-keys";
import { sayWhoAndWhen } from "./say-registered";
import "./registered-before.css";

type PageLookup =
  | { readonly kind: "asking" }
  /** The page may not be read, or shows no post that has a name. */
  | { readonly kind: "not-readable" | "no-posts" }
  | { readonly kind: "asked"; readonly posts: number; readonly lookup: Lookup };

/** On demand: which posts of the open page are in the register. Nothing is put into the page. */
export function RegisteredOnPage({ locale }: { readonly locale: Locale }) {
  const [found, setFound] = useState<PageLookup | null>(null);
  const ask = async () => {
    setFound({ kind: "asking" });
    setFound(await lookUpPage());
  };
  return (
    <section class="on-page">
      <button type="button" disabled={found?.kind === "asking"} onClick={() => void ask()}>
        {sayBefore(locale, found?.kind === "asking" ? "page.asking" : "page.ask")}
      </button>
      <div role="status">{found !== null && <PageAnswer locale={locale} found={found} />}</div>
    </section>
  );
}

function PageAnswer({ locale, found }: { readonly locale: Locale; readonly found: PageLookup }) {
  const now = useNow();
  if (found.kind === "asking") return null;
  if (found.kind !== "asked") {
    return (
      <p class="hint">{sayBefore(locale, found.kind === "no-posts" ? "page.noPosts" : "page.notReadable")}</p>
    );
  }
  const { lookup, posts } = found;
  if (lookup.kind !== "answer") {
    return (
      <p class="hint">{sayBefore(locale, lookup.kind === "not-paired" ? "page.notPaired" : "notAsked")}</p>
    );
  }
  const { same, zone } = lookup.answer;
  const count = new Set(same.map(({ permalinkKey }) => permalinkKey)).size;
  if (count === 0) return <p>{sayBefore(locale, "page.none", { count: posts })}</p>;
  return (
    <>
      <p>{sayBefore(locale, "page.some", { count, posts })}</p>
      <ul class="registered">
        {same.map((complaint) => (
          <li key={`${complaint.id} ${complaint.permalinkKey}`}>
            <ComplaintNumber locale={locale} origin={lookup.origin} complaint={complaint} />{" "}
            <span>{sayWhoAndWhen(locale, complaint, now, zone)}</span>
            {complaint.excerpt !== null && (
              <span class="excerpt" dir="auto">
                {complaint.complainant === null
                  ? complaint.excerpt
                  : `${complaint.complainant}: ${complaint.excerpt}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

async function lookUpPage(): Promise<PageLookup> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const keys = tab?.id === undefined ? null : await pageKeys(tab.id);
  if (keys === null) return { kind: "not-readable" };
  const permalinkKeys = keys.slice(0, LIMITS.lookupKeys);
  if (permalinkKeys.length === 0) return { kind: "no-posts" };
  const lookup = await askRegisteredBefore({ permalinkKeys, narrative: null });
  return { kind: "asked", posts: permalinkKeys.length, lookup };
}
