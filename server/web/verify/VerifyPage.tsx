import type { Locale } from "@otklik/shared/people/locale";
import { CLIP_PATH } from "@otklik/shared/proof/manifest";
import { type Findings, verifyFiles } from "@otklik/shared/proof/verify-files";
import { useEffect, useState } from "preact/hooks";
import { sayProof } from "../messages/proof/index";
import { ProofReport } from "../proof/ProofReport";
import { clipIn, type GivenFile, type GivenProof, proofsIn, unpacked } from "./read-proofs";

type Verified = GivenProof & { readonly findings: Findings };

type State =
  | { readonly kind: "waiting" | "reading" | "nothing" }
  | { readonly kind: "unreadable"; readonly name: string }
  | { readonly kind: "verified"; readonly proofs: readonly Verified[] };

/** Checks a downloaded proof with nothing but this file and the browser: no network, no register. */
export function VerifyPage() {
  const [locale, setLocale] = useState<Locale>(navigator.language.startsWith("ru") ? "ru" : "en");
  const [state, setState] = useState<State>({ kind: "waiting" });
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = sayProof(locale, "page.title");
  }, [locale]);
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setState({ kind: "reading" });
    setState(await verifyGiven(files));
  };
  return (
    <main
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void droppedFiles(event.dataTransfer).then(take);
      }}
    >
      <header>
        <h1>{sayProof(locale, "page.title")}</h1>
        <button
          type="button"
          class="plain"
          lang={locale === "ru" ? "en" : "ru"}
          onClick={() => setLocale(locale === "ru" ? "en" : "ru")}
        >
          {sayProof(locale, "page.other")}
        </button>
      </header>
      {globalThis.crypto?.subtle === undefined ? (
        <p role="alert">{sayProof(locale, "page.unsupported")}</p>
      ) : (
        <>
          <p>{sayProof(locale, "page.lead")}</p>
          <p class="choose">
            <FileChoice label={sayProof(locale, "page.choose")} isFolder={false} onFiles={take} />
            <FileChoice label={sayProof(locale, "page.folder")} isFolder onFiles={take} />
          </p>
          <div role="status">
            <Outcome locale={locale} state={state} />
          </div>
        </>
      )}
    </main>
  );
}

function Outcome({ locale, state }: { readonly locale: Locale; readonly state: State }) {
  if (state.kind === "waiting") return null;
  if (state.kind === "unreadable") return <p>{sayProof(locale, "page.unreadable", { name: state.name })}</p>;
  if (state.kind !== "verified") return <p>{sayProof(locale, `page.${state.kind}`)}</p>;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <>
      {state.proofs.map(({ folder, proof, receipt, found, findings }) => (
        <section key={folder}>
          {isAsSigned(findings) && <Captured locale={locale} found={found} />}
          <ProofReport locale={locale} proof={proof} receipt={receipt} findings={findings} zone={timeZone} />
        </section>
      ))}
    </>
  );
}

/** Words that were changed, or that nobody signed, were not captured. */
function isAsSigned({ isSigned, files }: Findings): boolean {
  return isSigned && files.some(({ path, state }) => path === CLIP_PATH && state === "same");
}

function Captured({ locale, found }: { readonly locale: Locale; readonly found: GivenProof["found"] }) {
  const clip = clipIn(found);
  if (clip === null) return null;
  return (
    <dl>
      {clip.author !== null && (
        <>
          <dt>{sayProof(locale, "page.who")}</dt>
          <dd dir="auto">{clip.author}</dd>
        </>
      )}
      <dt>{sayProof(locale, "page.words")}</dt>
      <dd class="words" dir="auto">
        {clip.narrative}
      </dd>
      {clip.permalink !== null && (
        <>
          <dt>{sayProof(locale, "page.where")}</dt>
          <dd>{clip.permalink}</dd>
        </>
      )}
    </dl>
  );
}

interface FileChoiceProps {
  readonly label: string;
  readonly isFolder: boolean;
  readonly onFiles: (files: readonly File[]) => Promise<void>;
}

function FileChoice({ label, isFolder, onFiles }: FileChoiceProps) {
  return (
    <label class="button">
      {label}
      <input
        type="file"
        multiple
        ref={(input) => {
          if (input !== null) input.webkitdirectory = isFolder;
        }}
        onChange={({ currentTarget }) => {
          void onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again after it was changed.
          currentTarget.value = "";
        }}
      />
    </label>
  );
}

async function verifyGiven(files: readonly File[]): Promise<State> {
  let reading = "";
  try {
    const given: GivenFile[] = [];
    for (const file of files) {
      reading = file.name;
      const bytes = new Uint8Array(await file.arrayBuffer());
      given.push(...unpacked([{ path: file.webkitRelativePath || file.name, bytes }]));
    }
    const proofs: Verified[] = [];
    for (const proof of proofsIn(given)) {
      proofs.push({ ...proof, findings: await verifyFiles(proof, crypto.subtle) });
    }
    return proofs.length === 0 ? { kind: "nothing" } : { kind: "verified", proofs };
  } catch {
    return { kind: "unreadable", name: reading };
  }
}

/** A dropped folder gives its files no path of their own here; the button for folders does. */
async function droppedFiles(transfer: DataTransfer | null): Promise<File[]> {
  return [...(transfer?.files ?? [])];
}
