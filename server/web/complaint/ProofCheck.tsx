import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { useRef, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayProof } from "../messages/proof/index";
import { FailureNote } from "../parts/FailureNote";
import { formatMomentOfZone } from "../parts/format-when";
import { useLocale } from "../preferences/Preferences";
import { fieldsByHand } from "../proof/fields-by-hand";
import { OverallVerdict } from "../proof/OverallVerdict";
import { ProofReport } from "../proof/ProofReport";
import type { ToldFiles } from "../proof/told-file";
import type { VerifiedClip } from "../proof/verify-complaint";
import "../proof/proof-report.css";

type Checked =
  | { readonly kind: "checking" }
  | { readonly kind: "checked"; readonly clips: readonly VerifiedClip[] }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Checks the evidence in this browser, from the bytes downloaded, and offers it all for checking elsewhere. */
export function ProofCheck({ complaint }: { complaint: Complaint }) {
  const locale = useLocale();
  const { ask } = useSession();
  const [checked, setChecked] = useState<Checked | null>(null);
  const report = useRef<HTMLDivElement>(null);

  const check = async () => {
    setChecked({ kind: "checking" });
    const outcome = await ask(({ api }) => api.complaints[":id"].proof.$get({ param: { id: complaint.id } }));
    if (outcome.kind !== "done") return setChecked({ kind: "failed", failure: outcome });
    try {
      // What checks is loaded when it is needed: the page of a complaint opens without it.
      const { verifyComplaint } = await import("../proof/verify-complaint");
      setChecked({ kind: "checked", clips: await verifyComplaint(outcome.body) });
    } catch {
      setChecked({ kind: "failed", failure: { kind: "unreachable" } });
    }
    report.current?.focus();
  };

  return (
    <div class="proof-check">
      <p class="proof-actions">
        <button
          type="button"
          class="button"
          disabled={checked?.kind === "checking"}
          onClick={() => void check()}
        >
          {sayProof(locale, checked?.kind === "checking" ? "verifying" : "verify")}
        </button>
        <a class="button" href={`/api/complaints/${complaint.id}/proof.zip`} download>
          {sayProof(locale, "download")}
        </a>
        <span class="muted">{sayProof(locale, "download.hint")}</span>
      </p>
      <div role="status" ref={report} tabIndex={-1}>
        {checked?.kind === "failed" && (
          <FailureNote
            failure={checked.failure}
            title={sayProof(locale, "files.failed")}
            onRetry={() => void check()}
          />
        )}
        {checked?.kind === "checked" && (
          <OverallVerdict locale={locale} clips={checked.clips.map(({ findings }) => findings)} />
        )}
        {checked?.kind === "checked" &&
          checked.clips.map(({ clip, findings }, at) => (
            <section key={clip.clipId} class="proof-clip">
              {checked.clips.length > 1 && (
                <h3>
                  {sayProof(locale, "clip.placeIn", {
                    number: sayComplaint(locale, "number", { number: complaint.incomingNumber }),
                    place: at + 1,
                    count: checked.clips.length,
                  })}
                  {". "}
                  {clip.clipId === complaint.id
                    ? sayProof(locale, "clip.own")
                    : sayProof(locale, "clip.added", {
                        when: formatMomentOfZone(locale, clip.registeredAt, complaint.zone),
                      })}
                </h3>
              )}
              {clip.clip.proof === undefined || findings === null ? (
                <p class="note">{sayProof(locale, "noProof")}</p>
              ) : (
                <ProofReport
                  locale={locale}
                  proof={clip.clip.proof}
                  receipt={clip.receipt}
                  findings={findings}
                  told={toldOf(clip)}
                  byHand={fieldsByHand([clip.clip, ...(clip.clip.more ?? [])])}
                  zone={complaint.zone}
                />
              )}
            </section>
          ))}
      </div>
    </div>
  );
}

function toldOf({ clip, stored }: VerifiedClip["clip"]): ToldFiles {
  const storedAt = new Map(stored.map((file) => [file.sha256, file.storedAt]));
  return new Map(
    clip.evidence.map(({ sha256, kind, masks, maskedParts = 0 }) => [
      sha256,
      { kind, masked: masks.length + maskedParts, storedAt: storedAt.get(sha256) ?? null },
    ]),
  );
}
