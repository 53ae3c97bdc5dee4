import { saySize } from "@otklik/shared/messages/size/index";
import type { FieldProps } from "../draft/field-props";
import { MaskedPicture } from "../draft/MaskedPicture";
import { useObjectUrl } from "../draft/use-object-url";
import { sayDraft } from "../messages/draft";
import { sayEvidence } from "../messages/evidence";
import type { DraftFile, DraftScreenshot } from "../storage/database";
import { EvidenceFile } from "./EvidenceFile";
import {
  areOthersHidden,
  changeEdits,
  hasOthers,
  hiddenIn,
  isBesideHidden,
  turnBeside,
  turnFile,
  turnOthers,
} from "./evidence-edits";
import { isOfClip, isSent, masksOfCrop, masksOfScreenshot } from "./finish-evidence";
import { besideOnScreenshot } from "./hidden-regions";
import { SnapshotView } from "./SnapshotView";
import { firstSnapshot, snapshotsIn } from "./snapshot-files";
import { useDraftFiles } from "./use-draft-files";
import { useGathering } from "./use-gathering";
import "./evidence.css";

type Props = Pick<FieldProps, "locale" | "draft" | "change">;

/** What goes with the clip as evidence, and what of it other people's eyes must not see. */
export function EvidenceSection(props: Props) {
  const { locale, draft } = props;
  const files = useDraftFiles(draft.id);
  const gathering = useGathering(draft.id, Boolean(draft.gathering) || Boolean(draft.snapshotsDue?.length));
  if (files === null) return null;
  const { screenshot } = draft;
  const sent = files.filter((file) => isSent(draft, files, file));
  const isScreenshotSent = masksOfScreenshot(draft, files) !== null;
  const bytes = [
    ...sent.map(({ blob }) => blob),
    ...(isScreenshotSent && screenshot ? [screenshot.image] : []),
  ]
    .map(({ size }) => size)
    .reduce((sum, size) => sum + size, 0);
  const isNothing = screenshot === null && files.length === 0;
  return (
    <section class="evidence" aria-labelledby="evidence-title">
      <div class="field-head">
        <h2 id="evidence-title" class="label">
          {sayEvidence(locale, "title")}
        </h2>
        {bytes > 0 && (
          <span class="source">{sayEvidence(locale, "total", { size: saySize(locale, bytes) })}</span>
        )}
      </div>
      <p role="status" class="hint">
        {gathering !== null &&
          (gathering.part === null
            ? sayEvidence(locale, "gathering")
            : sayEvidence(locale, "gathering.part", { percent: Math.round(gathering.part * 100) }))}
      </p>
      {isNothing && gathering === null && <p class="hint">{sayEvidence(locale, "none")}</p>}
      <OthersSwitch {...props} files={files} isGathering={gathering !== null} />
      <ul class="evidence-files">
        {screenshot !== null && <ScreenshotEntry {...props} files={files} screenshot={screenshot} />}
        {files
          .filter((file) => isOfClip(draft, file))
          .map((file) => (
            <FileEntry key={file.id} {...props} files={files} file={file} />
          ))}
      </ul>
    </section>
  );
}

type EntryProps = Props & { readonly files: readonly DraftFile[] };

function OthersSwitch({
  locale,
  draft,
  change,
  files,
  isGathering,
}: EntryProps & { readonly isGathering: boolean }) {
  const snapshots = snapshotsIn(files);
  const parts = snapshots.flatMap((snapshot) => snapshot.parts?.parts ?? []);
  if (hasOthers(draft, parts)) {
    const isHidden = areOthersHidden(draft, parts);
    const turn = () => change((now) => turnOthers(now, parts, !isHidden));
    return <HideSwitch locale={locale} what="others" isHidden={isHidden} onTurn={turn} />;
  }
  // What is in the post is not known yet.
  if (snapshots.length === 0 && isGathering) return null;
  const beside = draft.screenshot === null ? [] : besideOnScreenshot(draft.screenshot);
  if (beside !== null && beside.length > 0) {
    const isHidden = isBesideHidden(draft);
    const turn = () => change((now) => turnBeside(now, !isHidden));
    return <HideSwitch locale={locale} what="beside" isHidden={isHidden} onTurn={turn} />;
  }
  // Of a screenshot on which the post was not found nobody knows whom it shows, nor of a snapshot that is to come.
  if (snapshots.length === 0 || beside === null || isGathering) return null;
  return <p class="hint">{sayEvidence(locale, "others.none")}</p>;
}

interface HideSwitchProps extends Pick<Props, "locale"> {
  readonly what: "others" | "beside";
  readonly isHidden: boolean;
  readonly onTurn: () => void;
}

function HideSwitch({ locale, what, isHidden, onTurn }: HideSwitchProps) {
  return (
    <div>
      <label class="check">
        <input type="checkbox" checked={isHidden} aria-describedby="others-hint" onChange={onTurn} />
        {sayEvidence(locale, `${what}.hide`)}
      </label>
      <p id="others-hint" class="hint">
        {sayEvidence(locale, `${what}.hint`)}
      </p>
    </div>
  );
}

function ScreenshotEntry(props: EntryProps & { readonly screenshot: DraftScreenshot }) {
  const { locale, draft, change, files, screenshot } = props;
  const { image, width, height, region, masks } = screenshot;
  const address = useObjectUrl(image);
  const isChosen = !draft.edits.leftOut.includes("screenshot");
  const burnt = masksOfScreenshot(draft, files);
  return (
    <EvidenceFile
      locale={locale}
      label={sayEvidence(locale, "kind.screenshot")}
      bytes={image.size}
      picture={address}
      isSent={isChosen}
      isUnplaced={isChosen && burnt === null}
      isOpen
      onTurn={() => change((now) => turnFile(now, "screenshot"))}
    >
      <MaskedPicture
        {...{ locale, image, width, height, region, masks }}
        hidden={burnt?.slice(0, burnt.length - masks.length) ?? []}
        alt={sayDraft(locale, region === null ? "mask.image" : "mask.imageWithPost")}
        onMasks={(next) =>
          change((now) => ({ ...now, screenshot: now.screenshot && { ...now.screenshot, masks: [...next] } }))
        }
      />
    </EvidenceFile>
  );
}

function FileEntry({ locale, draft, change, files, file }: EntryProps & { readonly file: DraftFile }) {
  const isChosen = !draft.edits.leftOut.includes(file.id);
  const isPicture = file.mediaType.startsWith("image/");
  const address = useObjectUrl(file.blob);
  const isAdded = file.kind === "snapshot" && file !== firstSnapshot(files);
  const kind = sayEvidence(locale, isAdded ? "kind.snapshotAdded" : `kind.${file.kind}`);
  const { cropMasks } = draft.edits;
  const hiddenHere = file.kind === "snapshot" ? hiddenIn(draft, file).length : 0;
  const label = [
    file.name === null ? kind : `${kind}: ${file.name}`,
    hiddenHere === 0 ? null : sayEvidence(locale, "parts.hidden", { count: hiddenHere }),
  ];
  const burnt = file.kind === "crop" ? masksOfCrop(draft, files) : null;
  const isSentToo = isSent(draft, files, file);
  const isUnplaced = file.kind === "crop" ? burnt === null : file.kind === "snapshot" && !isSentToo;
  return (
    <EvidenceFile
      locale={locale}
      label={label.filter(Boolean).join(", ")}
      bytes={file.blob.size}
      picture={isPicture ? address : null}
      isSent={isChosen && isSentToo}
      isUnplaced={isChosen && isUnplaced}
      onTurn={() => change((now) => turnFile(now, file.id))}
    >
      {file.kind === "snapshot" && (
        <SnapshotView {...{ locale, draft, change, file }} isAlone={snapshotsIn(files).length === 1} />
      )}
      {file.kind === "crop" && file.picture !== undefined && (
        <MaskedPicture
          locale={locale}
          image={file.blob}
          width={file.picture.width}
          height={file.picture.height}
          region={null}
          masks={cropMasks}
          hidden={burnt?.slice(0, burnt.length - cropMasks.length) ?? []}
          alt={kind}
          onMasks={(next) => change((now) => changeEdits(now, { cropMasks: next }))}
        />
      )}
      {isPicture && file.picture === undefined && <img class="whole" src={address} alt={file.name ?? kind} />}
    </EvidenceFile>
  );
}
