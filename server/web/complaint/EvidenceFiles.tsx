import type { Complaint } from "@otklik/shared/complaint/complaint";
import { saySize } from "@otklik/shared/messages/size/index";
import { sayDesk } from "../messages/index";
import { sayProof } from "../messages/proof/index";
import { formatInstant } from "../parts/format-when";
import { useCopy } from "../parts/use-copy";
import { useLocale } from "../preferences/Preferences";
import { ProofCheck } from "./ProofCheck";
import { Screenshot } from "./Screenshot";

type EvidenceFile = Complaint["evidence"][number];

/** The files of the clip, unchanged, each with the hash that proves it. */
export function EvidenceFiles({ complaint, now }: { complaint: Complaint; now: Date }) {
  const locale = useLocale();
  return (
    <section class="part" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{sayDesk(locale, "evidence.title")}</h2>
      {complaint.evidence.length === 0 && <p class="muted">{sayDesk(locale, "evidence.none")}</p>}
      <ProofCheck complaint={complaint} />
      <ul class="plain-list">
        {complaint.evidence.map((file, place) => (
          <li class="evidence" key={place}>
            <EvidenceFileView file={file} complaint={complaint} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface EvidenceFileViewProps {
  readonly file: EvidenceFile;
  readonly complaint: Complaint;
  readonly now: Date;
}

function EvidenceFileView({ file, complaint, now }: EvidenceFileViewProps) {
  const locale = useLocale();
  const copy = useCopy();
  const address = `/api/evidence/${file.sha256}`;
  return (
    <>
      <h3>{sayProof(locale, `kind.${file.kind}`)}</h3>
      {file.storedAt === null ? (
        <div class="note">
          <p class="note-title">{sayDesk(locale, "evidence.pending")}</p>
          <p>{sayDesk(locale, "evidence.pending.detail")}</p>
        </div>
      ) : (
        <FileLook file={file} complaint={complaint} />
      )}
      {file.maskedParts !== undefined && file.maskedParts > 0 && (
        <p>{sayDesk(locale, "evidence.maskedParts", { count: file.maskedParts })}</p>
      )}
      {file.masks.length > 0 && <p>{sayDesk(locale, "evidence.masked", { count: file.masks.length })}</p>}
      <p class="evidence-facts">
        <span>{saySize(locale, file.bytes)}</span>
        {file.storedAt !== null && (
          <>
            <span>
              {sayDesk(locale, "evidence.storedAt", {
                when: formatInstant(locale, file.storedAt, complaint.zone, now),
              })}
            </span>
            {isPicture(file) ? (
              <a href={address} target="_blank" rel="noopener noreferrer">
                {sayDesk(locale, "evidence.open")}
              </a>
            ) : (
              <a href={address} download>
                {sayDesk(locale, "evidence.download")}
              </a>
            )}
          </>
        )}
      </p>
      <p class="hash">
        <span class="muted">{sayDesk(locale, "evidence.hash")}</span>{" "}
        <code title={file.sha256}>{`${file.sha256.slice(0, 12)}…`}</code>
        <button
          type="button"
          class="button button-small"
          aria-label={sayDesk(locale, "evidence.copyHash")}
          onClick={() => copy(file.sha256, sayDesk(locale, "evidence.hashCopied"))}
        >
          {sayDesk(locale, "evidence.copy")}
        </button>
      </p>
    </>
  );
}

/** A picture is shown; a snapshot stands in a frame that runs nothing and reaches nothing; a mail is only kept. */
function FileLook({ file, complaint }: Omit<EvidenceFileViewProps, "now">) {
  const locale = useLocale();
  const { incomingNumber } = complaint;
  if (isPicture(file)) {
    return (
      <Screenshot
        address={`/api/evidence/${file.sha256}`}
        region={file.kind === "screenshot" ? file.region : null}
        alt={sayDesk(locale, file.kind === "screenshot" ? "evidence.alt" : "evidence.picture", {
          number: incomingNumber,
        })}
      />
    );
  }
  if (file.mediaType !== "text/html") return null;
  return (
    <iframe
      class="snapshot"
      sandbox=""
      loading="lazy"
      title={sayDesk(locale, "evidence.frame", { number: incomingNumber })}
      src={`/api/evidence/${file.sha256}/view`}
    />
  );
}

function isPicture({ mediaType }: EvidenceFile): boolean {
  return mediaType.startsWith("image/");
}
