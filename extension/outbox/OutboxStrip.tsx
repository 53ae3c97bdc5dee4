import type { Locale } from "@otklik/shared/people/locale";
import { storedConnection } from "../api/connection";
import { cachedSession } from "../api/session-cache";
import { sayShell } from "../messages/shell";
import { sayTimeToTheSecond } from "../messages/shell/say-time";
import { tell } from "../messaging/messages";
import { useLater } from "../settings/use-later";
import { useLocalItem } from "../settings/use-local-item";
import { useNow } from "../settings/use-now";
import type { OutboxItem } from "../storage/database";
import { destinationOf, isFor, placeOf } from "./destination";
import { heldItems } from "./held-items";
import { type OutboxPause, storedPause } from "./outbox-pause";
import { useOutbox } from "./use-outbox";
import "./outbox-strip.css";

/** What is not in the register yet: on its way, waiting, or not accepted. Nothing is shown when there is nothing. */
export function OutboxStrip({ locale }: { readonly locale: Locale }) {
  const [all, reload] = useOutbox();
  const connection = useLocalItem(storedConnection);
  const pause = useLocalItem(storedPause);
  const session = useLocalItem(cachedSession);
  const now = useNow();
  const isConnected = connection?.rejectedAt === null;
  const there = isConnected ? destinationOf(connection) : null;
  const named = there && { ...there, name: session?.organisation.name ?? null };
  const held = there === null ? [] : heldItems(all ?? [], there);
  const items = all?.filter((item) => there === null || isFor(item, there)) ?? null;
  const ParkedItem = useLater(items?.some(isParked) ?? false, loadParkedItem);
  const HeldItems = useLater(held.length > 0, loadHeldItems);
  if (all === null || all.length === 0 || items === null) return null;
  if (connection === undefined || pause === undefined) return null;
  const parked = items.filter(isParked);
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
      {named !== null &&
        HeldItems !== null &&
        held.map((group) => (
          <HeldItems
            key={placeOf(group.destination)}
            locale={locale}
            held={group}
            there={named}
            onChanged={reload}
          />
        ))}
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

const loadHeldItems = () => import("./HeldItems").then((module) => module.HeldItems);

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
