import { sayClipProblem, sayNotAccepted } from "@otklik/shared/messages/clip-problems/index";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { Locale } from "@otklik/shared/people/locale";
import { useState } from "preact/hooks";
import { sayShell } from "../messages/shell";
import { openPanel } from "../messaging/open-panel";
import { useWindowId } from "../messaging/use-window-id";
import type { OutboxItem } from "../storage/database";
import { correctItem, isCorrectable } from "./correct-item";
import { discardItem } from "./discard-item";
import { saveItemToFile } from "./export-item";
import { registerAsNew } from "./register-as-new";

interface Props {
  readonly item: OutboxItem;
  readonly locale: Locale;
  /** The item has left the outbox. */
  readonly onGone: () => Promise<void>;
}

/** A clip that the server did not accept, with what can be done about it. */
export function ParkedItem({ item, locale, onGone }: Props) {
  const [isAsking, setAsking] = useState(false);
  const windowId = useWindowId();
  const { author, narrative } = item.request.clip;
  const who = author.name ?? author.handle;
  const correct = () => {
    if (windowId !== null) void openPanel(windowId);
    void correctItem(item.id).then(onGone);
  };
  return (
    <li class="parked">
      <p class="excerpt">{who === null ? narrative : `${who}: ${narrative}`}</p>
      <p class="reason">{reasonOf(locale, item)}</p>
      {isAsking ? (
        <p class="actions">
          <span>{sayShell(locale, "outbox.discardSure")}</span>
          <button type="button" class="grave" onClick={() => void discardItem(item.id).then(onGone)}>
            {sayShell(locale, "outbox.discard")}
          </button>
          <button type="button" onClick={() => setAsking(false)}>
            {sayShell(locale, "outbox.keep")}
          </button>
        </p>
      ) : (
        <p class="actions">
          {item.addTo && item.receipt === null && (
            <button type="button" onClick={() => void registerAsNew(item.id).then(onGone)}>
              {sayShell(locale, "outbox.asNew")}
            </button>
          )}
          {isCorrectable(item) && (
            <button type="button" onClick={correct}>
              {sayShell(locale, "outbox.correct")}
            </button>
          )}
          <button type="button" onClick={() => void saveItemToFile(item)}>
            {sayShell(locale, "outbox.export")}
          </button>
          <button type="button" onClick={() => setAsking(true)}>
            {sayShell(locale, "outbox.discard")}
          </button>
        </p>
      )}
    </li>
  );
}

function reasonOf(locale: Locale, { problem, receipt, addTo }: OutboxItem): string {
  if (problem === null) return "";
  if (receipt === null && addTo) {
    const number = sayComplaint(locale, "number", { number: addTo.incomingNumber });
    return sayShell(locale, "outbox.parkedAdd", {
      number,
      reason: sayClipProblem(locale, problem.code).title,
    });
  }
  if (receipt === null) return sayNotAccepted(locale, problem);
  const reason = sayClipProblem(locale, problem.code).title;
  const number = sayComplaint(locale, "number", { number: receipt.incomingNumber });
  return sayShell(locale, "outbox.parkedFile", { number, reason });
}
