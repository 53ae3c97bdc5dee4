import { CLIP_FIELDS, type ClipField } from "@otklik/shared/complaint/clip-fields";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { Locale } from "@otklik/shared/people/locale";
import { CLIP_PATH } from "@otklik/shared/proof/manifest";
import { type Findings, verifyFiles } from "@otklik/shared/proof/verify-files";
import { useEffect, useState } from "preact/hooks";
import { sayProof } from "../messages/proof/index";
import { OverallVerdict } from "../proof/OverallVerdict";
import { ProofReport } from "../proof/ProofReport";
import { clipIn, type GivenFile, type GivenProof, proofsIn, unpacked } from "./read-proofs";

type Verified = GivenProof & { /** Null without a proof. */ readonly findings: Findings | null };

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
  const { proofs } = state;
  return (
    <>
      <OverallVerdict locale={locale} clips={proofs.map(({ findings }) => findings)} />
      {proofs.map((proof) => (
        <section key={proof.folder}>
          {proofs.length > 1 && <h2>{headingOf(locale, proof, proofs)}</h2>}
          <Clip locale={locale} verified={proof} />
        </section>
      ))}
    </>
  );
}

/** Under which number, when the register's receipt stands for it, and which of the clips beside it. */
function headingOf(locale: Locale, verified: Verified, all: readonly Verified[]): string {
  const above = ({ folder }: Verified) => folder.replace(/[^/]*\/$/, "");
  const beside = all.filter((one) => above(one) === above(verified));
  const placed = { place: beside.indexOf(verified) + 1, count: beside.length };
  const { receipt, findings } = verified;
  if (receipt === null || findings?.isReceived !== true) return sayProof(locale, "clip.place", placed);
  const number = sayComplaint(locale, "number", { number: receipt.receipt.incomingNumber });
  return sayProof(locale, "clip.placeIn", { number, ...placed });
}

function Clip({ locale, verified }: { readonly locale: Locale; readonly verified: Verified }) {
  const { proof, receipt, told, found, findings } = verified;
  if (proof === null || findings === null) return <p class="forged">{sayProof(locale, "page.unproved")}</p>;
  const clip = isAsSigned(findings) ? clipIn(found) : null;
  return (
    <>
      {isAsSigned(findings) ? (
        clip !== null && <Sent locale={locale} clip={clip} />
      ) : (
        <p class="forged">{sayProof(locale, "page.forged")}</p>
      )}
      <ProofReport
        locale={locale}
        proof={proof}
        receipt={receipt}
        findings={findings}
        told={told}
        byHand={
          clip &&
          CLIP_FIELDS.filter((field) => [clip, ...clip.more].some((post) => post.byHand.includes(field)))
        }
        zone="UTC"
      />
    </>
  );
}

/** Words that were changed, or that nobody signed, were not captured. */
function isAsSigned({ isSigned, files }: Findings): boolean {
  return isSigned && files.some(({ path, state }) => path === CLIP_PATH && state === "same");
}

interface SentProps {
  readonly locale: Locale;
  readonly clip: NonNullable<ReturnType<typeof clipIn>>;
}

/** What the agent sent, with what of it no page has shown. */
function Sent({ locale, clip }: SentProps) {
  const name = (key: "who" | "words" | "where", field: ClipField) =>
    `${sayProof(locale, `page.${key}`)}${clip.byHand.includes(field) ? `, ${sayProof(locale, "page.byHand")}` : ""}`;
  return (
    <dl>
      {clip.author !== null && (
        <>
          <dt>{name("who", "author")}</dt>
          <dd dir="auto">{clip.author}</dd>
        </>
      )}
      <dt>{name("words", "narrative")}</dt>
      <dd class="words" dir="auto">
        {clip.narrative}
      </dd>
      {clip.permalink !== null && (
        <>
          <dt>{name("where", "permalink")}</dt>
          <dd>{clip.permalink}</dd>
        </>
      )}
      {clip.more.length > 0 && <dt>{sayProof(locale, "page.more")}</dt>}
      {clip.more.map(({ author, narrative, byHand }, at) => (
        // Two posts may say the same: their places tell them apart, and never change.
        <dd key={at} class="further" dir="auto">
          {author !== null && <b>{author}: </b>}
          {narrative}
          {byHand.length > 0 && <small> ({sayProof(locale, "page.byHand")})</small>}
        </dd>
      ))}
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
      const { proof: signed } = proof;
      const findings = signed && (await verifyFiles({ ...proof, proof: signed }, crypto.subtle));
      proofs.push({ ...proof, findings });
    }
    return proofs.every(({ findings }) => findings === null)
      ? { kind: "nothing" }
      : { kind: "verified", proofs };
  } catch {
    return { kind: "unreadable", name: reading };
  }
}

/** A dropped folder gives its files no path of their own here; the button for folders does. */
async function droppedFiles(transfer: DataTransfer | null): Promise<File[]> {
  return [...(transfer?.files ?? [])];
}
