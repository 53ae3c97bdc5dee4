import { saySize } from "@otklik/shared/messages/size/index";
import type { Locale } from "@otklik/shared/people/locale";
import type { ComponentChildren } from "preact";
import { sayEvidence } from "../messages/evidence";

interface Props {
  readonly locale: Locale;
  readonly label: string;
  /** Of the file as it is, before anything is taken out. */
  readonly bytes: number;
  /** Shown small beside the label. */
  readonly picture: string | null;
  readonly isSent: boolean;
  /** What is hidden cannot be found on it, so that it is not sent whatever is chosen. */
  readonly isUnplaced: boolean;
  readonly isOpen?: boolean;
  readonly onTurn: () => void;
  readonly children?: ComponentChildren;
}

/** One file of the evidence: whether it is sent, how big it is, and what it shows. */
export function EvidenceFile(props: Props) {
  const { locale, label, bytes, picture, isSent, isUnplaced, isOpen, onTurn, children } = props;
  const name = (
    <>
      {picture !== null && <img class="thumbnail" src={picture} alt="" />}
      <span class="label">{label}</span> <span class="muted">{saySize(locale, bytes)}</span>
    </>
  );
  return (
    <li class="evidence-file">
      <label class="check">
        <input
          type="checkbox"
          checked={isSent}
          aria-label={sayEvidence(locale, "file.sendOne", { name: label })}
          onChange={onTurn}
        />
        <span aria-hidden="true">{sayEvidence(locale, "file.send")}</span>
      </label>
      {children === undefined ? (
        <p class="name">{name}</p>
      ) : (
        <details open={isOpen}>
          <summary class="name">{name}</summary>
          {children}
        </details>
      )}
      {isUnplaced && <p class="error">{sayEvidence(locale, "file.unplaced")}</p>}
    </li>
  );
}
