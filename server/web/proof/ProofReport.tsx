import type { ClipField } from "@otklik/shared/complaint/clip-fields";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { Locale } from "@otklik/shared/people/locale";
import { CLIP_PATH, evidencePath } from "@otklik/shared/proof/manifest";
import type { Proof } from "@otklik/shared/proof/proof-schema";
import type { SignedReceipt } from "@otklik/shared/proof/receipt";
import type { FileFinding, Findings } from "@otklik/shared/proof/verify-files";
import type { ComponentChildren } from "preact";
import { sayProof } from "../messages/proof/index";
import { formatMomentOfZone } from "../parts/format-when";
import { namesByHash } from "./evidence-names";
import type { ToldFile, ToldFiles } from "./told-file";
import { VERDICT_SIGN, verdictOf } from "./verdict";

interface ProofReportProps {
  readonly locale: Locale;
  readonly proof: Proof;
  readonly receipt: SignedReceipt | null;
  readonly findings: Findings;
  /** What is known of the files beside the list that was signed. */
  readonly told: ToldFiles;
  /** What the agent typed or corrected; null where the fields are not those that were signed. */
  readonly byHand: readonly ClipField[] | null;
  /** IANA name: the organisation's at the desk, UTC without it. */
  readonly zone: string;
}

/** What came of a check, in plain words: what it proves, what not, and each thing that was compared. */
export function ProofReport(props: ProofReportProps) {
  const { locale, findings, told, zone } = props;
  const { files } = findings;
  const verdict = verdictOf(findings);
  const names = namesByHash(locale, files, told);
  const compared = files.filter(({ state }) => state === "same" || state === "changed").length;
  return (
    <div class={`proof-report ${verdict}`}>
      <p class="verdict">
        <span aria-hidden="true">{VERDICT_SIGN[verdict]}</span> {sayProof(locale, `verdict.${verdict}`)}.{" "}
        <span class="compared">{sayProof(locale, "verdict.compared", { count: compared })}</span>
      </p>
      <p class="name">{sayProof(locale, "proves.title")}</p>
      <Proved {...props} />
      <p class="name">{sayProof(locale, "not.title")}</p>
      <NotProved {...props} />
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
          <FileLine
            key={file.path}
            locale={locale}
            file={file}
            name={names.get(file.sha256)}
            told={told.get(file.sha256)}
            zone={zone}
          />
        ))}
      </ul>
    </div>
  );
}

function Proved({ locale, proof, receipt, findings, zone }: ProofReportProps) {
  const verdict = verdictOf(findings);
  if (verdict === "broken") return <p>{sayProof(locale, "proves.nothing")}</p>;
  if (verdict === "unvouched" || receipt === null) return <p>{sayProof(locale, "proves.unvouched")}</p>;
  const when = (instant: string) => formatMomentOfZone(locale, instant, zone);
  const number = sayComplaint(locale, "number", { number: receipt.receipt.incomingNumber });
  const [before, after] = sayProof(locale, "proves.register", {
    when: when(receipt.receipt.registeredAt),
    number,
  }).split(number);
  return (
    <ul>
      <li>{sayProof(locale, "proves.computer", { when: when(proof.manifest.signedAt) })}</li>
      <li>
        {before}
        <span class="number">{number}</span>
        {after}
      </li>
      <li>{sayProof(locale, verdict === "incomplete" ? "proves.unchangedSoFar" : "proves.unchanged")}</li>
    </ul>
  );
}

function NotProved({ locale, receipt, findings, told, byHand }: ProofReportProps) {
  const masked = findings.files
    .map(({ sha256 }) => told.get(sha256)?.masked ?? 0)
    .reduce((sum, parts) => sum + parts, 0);
  const fields = (byHand ?? []).map((field) => sayProof(locale, `field.${field}`)).join(", ");
  return (
    <ul>
      <li>{sayProof(locale, "not.author")}</li>
      <li>{sayProof(locale, "not.shown")}</li>
      {fields !== "" && <li class="by-hand">{sayProof(locale, "not.byHand", { fields })}</li>}
      {masked > 0 && <li class="masked">{sayProof(locale, "not.masked", { count: masked })}</li>}
      <li>{sayProof(locale, "not.clock")}</li>
      <li class="key">
        {receipt === null
          ? sayProof(locale, "not.signer")
          : sayProof(locale, "not.key", { key: receipt.receipt.keyId })}
      </li>
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
  readonly name: string | undefined;
  readonly told: ToldFile | undefined;
  readonly zone: string;
}

function FileLine({ locale, file, name, told, zone }: FileLineProps) {
  const { sha256, state } = file;
  const arrived =
    told?.storedAt && state === "same"
      ? `, ${sayProof(locale, "file.arrived", { when: formatMomentOfZone(locale, told.storedAt, zone) })}`
      : "";
  return (
    <Finding
      isGood={state === "awaited" ? null : state === "same"}
      words={`${nameOf(locale, file, name)}: ${sayProof(locale, `file.${state}`)}${arrived}`}
    >
      <code title={sha256}>{sha256.slice(0, 12)}…</code>
    </Finding>
  );
}

/** A file that is named by its hash needs no name beside it. */
function nameOf(locale: Locale, { path, sha256 }: FileFinding, name: string | undefined): string {
  if (path === CLIP_PATH) return sayProof(locale, "file.clip");
  if (path !== evidencePath(sha256)) return path;
  return name ?? sayProof(locale, "file.evidence");
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
