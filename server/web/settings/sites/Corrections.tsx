import { SELECTOR_NAMES } from "@otklik/shared/capture/selector-names";
import type { SiteCorrections } from "@otklik/shared/capture/site-corrections";
import { SITE_NAMES } from "@otklik/shared/capture/site-names";
import { useState } from "preact/hooks";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { saySites } from "../../messages/sites/index";
import { FailureNote } from "../../parts/FailureNote";
import { LongField } from "../../parts/LongField";
import { useLocale } from "../../preferences/Preferences";
import { readCorrections } from "./read-corrections";

const EXAMPLE = '{ "vk": { "selectors": { "author": ".PostHeaderTitle__authorLink" } } }';

interface CorrectionsProps {
  readonly given: SiteCorrections;
  readonly mayWrite: boolean;
}

/** What is put right of sites, as data: looked over here before it is saved. */
export function Corrections({ given, mayWrite }: CorrectionsProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const [current, setCurrent] = useState(given);
  const [text, setText] = useState(() => textOf(given.sites));
  const [wrong, setWrong] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaved, setSaved] = useState(false);

  const change = (next: string) => {
    setText(next);
    setWrong(null);
    setSaved(false);
  };
  const save = async () => {
    setSaved(false);
    setFailure(null);
    const read = readCorrections(text, isSelector);
    if (read.kind === "json") return setWrong(saySites(locale, "wrong.json"));
    if (read.kind === "shape") return setWrong(saySites(locale, "wrong.shape"));
    if (read.kind === "site") return setWrong(saySites(locale, "wrong.site", { site: read.site }));
    if (read.kind !== "read") return setWrong(saySites(locale, `wrong.${read.kind}`, read));
    const json = { revision: current.revision, sites: read.sites };
    const outcome = await ask(({ api }) => api.sites.corrections.$put({ json }));
    if (outcome.kind !== "done") return setFailure(outcome);
    setCurrent(outcome.body);
    setText(textOf(outcome.body.sites));
    setSaved(true);
  };

  return (
    <section class="settings-part" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{saySites(locale, "corrections.title")}</h2>
      <p>{saySites(locale, "corrections.lead")}</p>
      <p class="muted">{saySites(locale, "corrections.revision", { revision: current.revision })}</p>
      {mayWrite ? (
        <form
          class="corrections"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <LongField
            name="sites"
            label={saySites(locale, "corrections.field")}
            hint={saySites(locale, "corrections.example", { example: EXAMPLE })}
            value={text}
            required={false}
            onInput={change}
            wrong={wrong === null ? [] : [wrong]}
          />
          <KnownNames />
          {failure !== null && <FailureNote failure={failure} onRetry={() => void save()} />}
          <p class="correction-actions">
            <button type="submit" class="button button-main">
              {saySites(locale, "corrections.save")}
            </button>
            <label class="button file-button">
              {saySites(locale, "corrections.upload")}
              <input
                type="file"
                accept="application/json,.json"
                onChange={({ currentTarget }) => {
                  void currentTarget.files?.[0]?.text().then(change);
                  currentTarget.value = "";
                }}
              />
            </label>
            <DownloadButton corrections={current} />
          </p>
          <p role="status">{isSaved && saySites(locale, "corrections.saved")}</p>
        </form>
      ) : (
        <>
          <p>{saySites(locale, "corrections.onlyAdmin")}</p>
          {Object.keys(current.sites).length === 0 ? (
            <p class="muted">{saySites(locale, "corrections.none")}</p>
          ) : (
            <pre class="correction-text">{textOf(current.sites)}</pre>
          )}
        </>
      )}
    </section>
  );
}

/** What may be corrected: of which sites, and which selectors of each. */
function KnownNames() {
  const locale = useLocale();
  return (
    <details class="known-names">
      <summary>{saySites(locale, "known.title")}</summary>
      <dl>
        <dt>{saySites(locale, "known.sites")}</dt>
        <dd>{SITE_NAMES.join(", ")}</dd>
        <dt>{saySites(locale, "known.selectors")}</dt>
        <dd>{SELECTOR_NAMES.join(", ")}</dd>
      </dl>
    </details>
  );
}

function DownloadButton({ corrections }: { corrections: SiteCorrections }) {
  const locale = useLocale();
  const download = () => {
    const file = new Blob([JSON.stringify(corrections, null, 2)], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `otklik-sites-${corrections.revision}.json`;
    link.click();
    // The browser has taken hold of the bytes by the next task.
    setTimeout(() => URL.revokeObjectURL(link.href));
  };
  return (
    <button type="button" class="button" onClick={download}>
      {saySites(locale, "corrections.download")}
    </button>
  );
}

function textOf(sites: SiteCorrections["sites"]): string {
  return Object.keys(sites).length === 0 ? "" : JSON.stringify(sites, null, 2);
}

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}
