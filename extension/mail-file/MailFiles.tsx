import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Locale } from "@otklik/shared/people/locale";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { sayMailFile } from "../messages/mail-file/index";
import { type RefusedFile, takeMailFiles } from "./take-mail-files";
import { useDroppedFiles } from "./use-dropped-files";
import "./mail-files.css";

const MEGABYTE = 1024 * 1024;

interface Props {
  readonly locale: Locale;
  /** Instead of choosing files here: a popup closes when its file window opens. */
  readonly onChoose?: (() => void) | undefined;
  /** The draft that is open beside it, null for none; what was taken is told until that is another one. */
  readonly openId?: string | null | undefined;
}

/** Drafts of mail files: dropped anywhere on the page, pasted, or chosen with the button. */
export function MailFiles({ locale, onChoose, openId }: Props) {
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const [drafts, setDrafts] = useState<readonly string[]>([]);
  const [isReading, setReading] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = useCallback((files: readonly File[]) => {
    setReading(true);
    setRefused([]);
    setDrafts([]);
    void takeMailFiles(files)
      .then((taken) => {
        setRefused(taken.refused);
        setDrafts(taken.drafts);
      })
      .finally(() => setReading(false));
  }, []);
  const newestId = drafts[0];
  const wasOpen = useRef<string | null>(null);
  useEffect(() => {
    if (newestId === undefined) return;
    if (openId === newestId) wasOpen.current = newestId;
    else if (wasOpen.current === newestId) setDrafts([]);
  }, [newestId, openId]);
  const isOver = useDroppedFiles(take);
  const status = isReading
    ? sayMailFile(locale, "reading")
    : drafts.length > 0
      ? sayMailFile(locale, "drafts", { count: drafts.length })
      : "";
  return (
    <section class="mail-files" aria-label={sayMailFile(locale, "region")}>
      <button
        type="button"
        class="link"
        title={sayMailFile(locale, "choose.hint")}
        onClick={() => (onChoose === undefined ? input.current?.click() : onChoose())}
      >
        {sayMailFile(locale, "choose")}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".eml,.emlx,message/rfc822"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again.
          event.currentTarget.value = "";
          if (files.length > 0) take(files);
        }}
      />
      <p class="muted" role="status">
        {status}
      </p>
      <div role="alert">
        {refused.map((file, index) => (
          <p key={`${index}-${file.name}`} class="error">
            <bdi>{file.name}</bdi>: {sayRefusal(locale, file.reason)}
          </p>
        ))}
      </div>
      {isOver && (
        <div class="mail-drop">
          <p>{sayMailFile(locale, "drop")}</p>
        </div>
      )}
    </section>
  );
}

function sayRefusal(locale: Locale, reason: RefusedFile["reason"]): string {
  return reason === "too-big"
    ? sayMailFile(locale, "refused.too-big", { megabytes: LIMITS.evidenceBytes / MEGABYTE })
    : sayMailFile(locale, `refused.${reason}`);
}
