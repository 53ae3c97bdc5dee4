import type { Locale } from "@otklik/shared/people/locale";
import { storedConnection } from "../api/connection";
import { sayShell } from "../messages/shell";
import { sayTimeToTheSecond } from "../messages/shell/say-time";
import { tell } from "../messaging/messages";
import { useLater } from "../settings/use-later";
import { useLocalItem } from "../settings/use-local-item";
import { useNow } from "../settings/use-now";
import type { OutboxItem } from "../storage/database";
import { type OutboxPause, storedPause } from "./outbox-pause";
import { useOutbox } from "./use-outbox";
import "./outbox-strip.css";

/** What is not in the register yet: on its way, waiting, or not accepted. Nothing is shown when there is nothing. */
export function OutboxStrip({ locale }: { readonly locale: Locale }) {
  const [items, reload] = useOutbox();
  const connection = useLocalItem(storedConnection);
  const pause = useLocalItem(storedPause);
  const now = useNow();
  const ParkedItem = useLater(items?.some(isParked) ?? false, loadParkedItem);
  if (items === null || items.length === 0 || connection === undefined || pause === undefined) return null;
  const parked = items.filter(isParked);
  const isConnected = connection !== null && connection.rejectedAt === null;
  const wait = isConnected && pause !== null && Date.parse(pause.until) > now.getTime() ? pause : null;
  return (
    <section class="outbox" aria-labelledby="outbox-title">
      <h2 id="outbox-title">{sayShell(locale, "outbox.title")}</h2>
      <div role="status">
        {waitingLines(locale, items, isConnected, wait).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {wait?.by === "us" && (
        <button type="button" onClick={() => void tell({ type: "send-now" })}>
          {sayShell(locale, "outbox.sendNow")}
        </button>
      )}
      {parked.length > 0 && ParkedItem !== null && (
        <ul>
          {parked.map((item) => (
            <ParkedItem key={item.id} item={item} locale={locale} onGone={reload} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Most clips are accepted: what can be done about others is loaded when there is one. */
const loadParkedItem = () => import("./ParkedItem").then((module) => module.ParkedItem);

function isParked({ state }: OutboxItem): boolean {
  return state === "parked";
}

function waitingLines(
  locale: Locale,
  items: readonly OutboxItem[],
  isConnected: boolean,
  pause: OutboxPause | null,
): string[] {
  const queued = items.filter(({ state }) => state === "queued").length;
  const withFiles = items.filter(({ state }) => state === "registered").length;
  const lines: string[] = [];
  if (withFiles > 0) lines.push(sayShell(locale, "outbox.files", { count: withFiles }));
  if (queued > 0) {
    const isHeld = !isConnected || pause !== null;
    lines.push(sayShell(locale, isHeld ? "badge.waiting" : "outbox.sending", { count: queued }));
  }
  if (lines.length === 0) return lines;
  if (!isConnected) lines.push(sayShell(locale, "outbox.unpaired"));
  else if (pause !== null)
    lines.push(sayShell(locale, `outbox.${pause.cause}`, { time: sayTimeToTheSecond(locale, pause.until) }));
  return lines;
}
