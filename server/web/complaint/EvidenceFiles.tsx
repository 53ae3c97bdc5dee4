import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayDesk } from "../messages/index";
import { formatInstant } from "../parts/format-when";
import { useCopy } from "../parts/use-copy";
import { useLocale } from "../preferences/Preferences";
import { Screenshot } from "./Screenshot";

type EvidenceFile = Complaint["evidence"][number];

/** The files of the clip, unchanged, each with the hash that proves it. */
export function EvidenceFiles({ complaint, now }: { complaint: Complaint; now: Date }) {
  const locale = useLocale();
  return (
    <section class="part" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{sayDesk(locale, "evidence.title")}</h2>
      {complaint.evidence.length === 0 && <p class="muted">{sayDesk(locale, "evidence.none")}</p>}
      <ul class="plain-list">
        {complaint.evidence.map((file) => (
          <li class="evidence" key={file.sha256}>
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
  const kilobytes = Math.max(1, Math.round(file.bytes / 1024));
  return (
    <>
      <h3>{sayDesk(locale, `evidence.${file.kind}`)}</h3>
      {file.storedAt === null ? (
        <div class="note">
          <p class="note-title">{sayDesk(locale, "evidence.pending")}</p>
          <p>{sayDesk(locale, "evidence.pending.detail")}</p>
        </div>
      ) : (
        file.kind === "screenshot" && (
          <Screenshot
            address={address}
            region={file.region}
            alt={sayDesk(locale, "evidence.alt", { number: complaint.incomingNumber })}
          />
        )
      )}
      {file.masks.length > 0 && <p>{sayDesk(locale, "evidence.masked", { count: file.masks.length })}</p>}
      <p class="evidence-facts">
        <span>{sayDesk(locale, "evidence.size", { size: kilobytes })}</span>
        {file.storedAt !== null && (
          <>
            <span>
              {sayDesk(locale, "evidence.storedAt", {
                when: formatInstant(locale, file.storedAt, complaint.zone, now),
              })}
            </span>
            {file.kind === "screenshot" ? (
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
        <span class="muted">{sayDesk(locale, "evidence.hash")}</span> <code>{file.sha256}</code>
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
