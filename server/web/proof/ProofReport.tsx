import type { EvidenceKind } from "@otklik/shared/complaint/vocabulary";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { Locale } from "@otklik/shared/people/locale";
import { CLIP_PATH, evidencePath } from "@otklik/shared/proof/manifest";
import type { Proof } from "@otklik/shared/proof/proof-schema";
import type { SignedReceipt } from "@otklik/shared/proof/receipt";
import type { FileFinding, Findings } from "@otklik/shared/proof/verify-files";
import type { ComponentChildren } from "preact";
import { sayProof } from "../messages/proof/index";
import { formatMomentOfZone } from "../parts/format-when";

interface ProofReportProps {
  readonly locale: Locale;
  readonly proof: Proof;
  readonly receipt: SignedReceipt | null;
  readonly findings: Findings;
  /** What the files are, by hash, as far as it is known: the list that was signed does not tell. */
  readonly kinds: ReadonlyMap<string, EvidenceKind>;
  /** IANA name: the organisation's at the desk, UTC without it. */
  readonly zone: string;
}

/** What came of a check, in plain words: what it proves, what not, and each thing that was compared. */
export function ProofReport({ locale, proof, receipt, findings, kinds, zone }: ProofReportProps) {
  const { isWhole, files } = findings;
  const compared = files.filter(({ state }) => state === "same" || state === "changed").length;
  return (
    <div class={isWhole ? "proof-report whole" : "proof-report broken"}>
      <p class="verdict">
        <span aria-hidden="true">{isWhole ? "✓" : "✕"}</span>{" "}
        {sayProof(locale, isWhole ? "verdict.whole" : "verdict.broken")}.{" "}
        <span class="compared">{sayProof(locale, "verdict.compared", { count: compared })}</span>
      </p>
      <p class="name">{sayProof(locale, "proves.title")}</p>
      <Proved locale={locale} proof={proof} receipt={receipt} findings={findings} zone={zone} />
      <p class="name">{sayProof(locale, "not.title")}</p>
      <ul>
        <li>{sayProof(locale, "not.author")}</li>
        <li>{sayProof(locale, "not.clock")}</li>
        {receipt !== null && (
          <li class="key">{sayProof(locale, "not.key", { key: receipt.receipt.keyId })}</li>
        )}
      </ul>
      <p class="name">{sayProof(locale, "files.title")}</p>
      <ul class="findings">
        <Finding
          isGood={findings.isSigned}
          words={sayProof(locale, findings.isSigned ? "check.signature.ok" : "check.signature.failed")}
        />
        <Finding
          isGood={findings.isReceived}
          words={sayProof(locale, `check.receipt.${receiptState(findings.isReceived)}`)}
        />
        {files.map((file) => (
          <FileLine key={file.path} locale={locale} file={file} kind={kinds.get(file.sha256)} />
        ))}
      </ul>
    </div>
  );
}

function Proved({ locale, proof, receipt, findings, zone }: Omit<ProofReportProps, "kinds">) {
  if (!findings.isWhole) return <p>{sayProof(locale, "proves.nothing")}</p>;
  const when = (instant: string) => formatMomentOfZone(locale, instant, zone);
  return (
    <ul>
      <li>{sayProof(locale, "proves.computer", { when: when(proof.manifest.signedAt) })}</li>
      {receipt !== null && findings.isReceived === true && (
        <li>
          {sayProof(locale, "proves.register", {
            when: when(receipt.receipt.registeredAt),
            number: sayComplaint(locale, "number", { number: receipt.receipt.incomingNumber }),
          })}
        </li>
      )}
      <li>{sayProof(locale, "proves.unchanged")}</li>
    </ul>
  );
}

function receiptState(isReceived: boolean | null): "ok" | "failed" | "none" {
  if (isReceived === null) return "none";
  return isReceived ? "ok" : "failed";
}

interface FileLineProps {
  readonly locale: Locale;
  readonly file: FileFinding;
  readonly kind: EvidenceKind | undefined;
}

function FileLine({ locale, file, kind }: FileLineProps) {
  const { sha256, state } = file;
  return (
    <Finding
      isGood={state === "same"}
      words={`${nameOf(locale, file, kind)}: ${sayProof(locale, `file.${state}`)}`}
    >
      <code title={sha256}>{sha256.slice(0, 12)}…</code>
    </Finding>
  );
}

/** A file that is named by its hash needs no name beside it. */
function nameOf(locale: Locale, { path, sha256 }: FileFinding, kind: EvidenceKind | undefined): string {
  if (path === CLIP_PATH) return sayProof(locale, "file.clip");
  if (path !== evidencePath(sha256)) return path;
  return sayProof(locale, kind === undefined ? "file.evidence" : `kind.${kind}`);
}

interface FindingProps {
  /** Null: not known. */
  readonly isGood: boolean | null;
  readonly words: string;
  readonly children?: ComponentChildren;
}

function Finding({ isGood, words, children }: FindingProps) {
  const [sign, tone] = isGood === null ? ["–", "unknown"] : isGood ? ["✓", "good"] : ["✕", "bad"];
  return (
    <li class={tone}>
      <span aria-hidden="true">{sign}</span> <span>{words}</span> {children}
    </li>
  );
}
