import type { Complaint } from "@otklik/shared/complaint/complaint";
import { saySize } from "@otklik/shared/messages/size/index";
import { sayDesk } from "../messages/index";
import { formatInstant } from "../parts/format-when";
import { useCopy } from "../parts/use-copy";
import { useLocale } from "../preferences/Preferences";
import { evidenceNames } from "../proof/evidence-names";
import { ProofCheck } from "./ProofCheck";
import { Screenshot } from "./Screenshot";
import "./evidence.css";

type EvidenceFile = Complaint["evidence"][number];

/** The files of the clips, unchanged, each with the hash that proves it; those of each added clip by themselves. */
export function EvidenceFiles({ complaint, now }: { complaint: Complaint; now: Date }) {
  const locale = useLocale();
  const { evidence, addedClips, zone } = complaint;
  const own = evidence.filter(({ addedClipId }) => addedClipId === null);
  const added = addedClips
    .map(({ id, addedAt, addedBy }) => ({
      id,
      addedAt,
      addedBy,
      files: evidence.filter((file) => file.addedClipId === id),
    }))
    .filter(({ files }) => files.length > 0);
  return (
    <section class="part" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{sayDesk(locale, "evidence.title")}</h2>
      {evidence.length === 0 && <p class="muted">{sayDesk(locale, "evidence.none")}</p>}
      <ProofCheck complaint={complaint} />
      <FilesOfClip files={own} complaint={complaint} now={now} />
      {added.map(({ id, addedAt, addedBy, files }) => (
        <section class="evidence-of-clip" key={id} aria-labelledby={`evidence-${id}`}>
          <h3 id={`evidence-${id}`}>
            {sayDesk(locale, "evidence.ofAdded", {
              when: formatInstant(locale, addedAt, zone, now),
              name: addedBy.name,
            })}
          </h3>
          <FilesOfClip files={files} complaint={complaint} now={now} />
        </section>
      ))}
    </section>
  );
}

interface FilesOfClipProps {
  readonly files: readonly EvidenceFile[];
  readonly complaint: Complaint;
  readonly now: Date;
}

function FilesOfClip({ files, complaint, now }: FilesOfClipProps) {
  const names = evidenceNames(
    useLocale(),
    files.map(({ kind }) => kind),
  );
  return (
    <ul class="plain-list">
      {files.map((file, place) => (
        <li class="evidence" key={place}>
          <EvidenceFileView name={names[place] ?? ""} file={file} complaint={complaint} now={now} />
        </li>
      ))}
    </ul>
  );
}

interface EvidenceFileViewProps {
  readonly name: string;
  readonly file: EvidenceFile;
  readonly complaint: Complaint;
  readonly now: Date;
}

function EvidenceFileView({ name, file, complaint, now }: EvidenceFileViewProps) {
  const locale = useLocale();
  const copy = useCopy();
  const address = `/api/evidence/${file.sha256}`;
  return (
    <>
      {file.addedClipId === null ? <h3>{name}</h3> : <h4>{name}</h4>}
      {file.storedAt === null ? (
        <div class="note">
          <p class="note-title">{sayDesk(locale, "evidence.pending")}</p>
          <p>{sayDesk(locale, "evidence.pending.detail")}</p>
        </div>
      ) : (
        <FileLook name={name} file={file} complaint={complaint} />
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
function FileLook({ name, file, complaint }: Omit<EvidenceFileViewProps, "now">) {
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
      title={sayDesk(locale, "evidence.frame", { name, number: incomingNumber })}
      src={`/api/evidence/${file.sha256}/view`}
    />
  );
}

function isPicture({ mediaType }: EvidenceFile): boolean {
  return mediaType.startsWith("image/");
}
