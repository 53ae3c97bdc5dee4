import { sayDueShort } from "@otklik/shared/deadline/say/say-due";
import { sayNotAccepted } from "@otklik/shared/messages/clip-problems/index";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import type { Locale } from "@otklik/shared/people/locale";
import { useEffect, useRef } from "preact/hooks";
import { type Connection, storedConnection } from "../api/connection";
import { cachedSession } from "../api/session-cache";
import { sayDraft } from "../messages/draft";
import { sayEvidence } from "../messages/evidence";
import { type OutboxPause, storedPause } from "../outbox/outbox-pause";
import { storedReceipts } from "../outbox/receipts";
import { useOutbox } from "../outbox/use-outbox";
import { useLocalItem } from "../settings/use-local-item";
import { useNow } from "../settings/use-now";
import type { OutboxReceipt } from "../storage/database";

interface Props {
  readonly locale: Locale;
  /** The complaint that was sent. */
  readonly id: string;
  /** Whether its proof was signed. */
  readonly isSigned: boolean;
  readonly onNext: () => void;
}

/** What became of the clip, honestly: queued until the register has answered, then number and date. */
export function SentNote({ locale, id, isSigned, onNext }: Props) {
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <section class="sent">
      <div role="status">
        <Outcome locale={locale} id={id} />
        {!isSigned && <p class="hint">{sayEvidence(locale, "lacks.signature")}</p>}
      </div>
      <button ref={next} type="button" class="main" onClick={onNext}>
        {sayDraft(locale, "next")}
      </button>
    </section>
  );
}

function Outcome({ locale, id }: Pick<Props, "locale" | "id">) {
  const [items] = useOutbox();
  const receipts = useLocalItem(storedReceipts);
  const pause = useLocalItem(storedPause);
  const connection = useLocalItem(storedConnection);
  if (items === null || receipts === undefined || connection === undefined) return null;
  const item = items.find((one) => one.id === id);
  const receipt = item?.receipt ?? receipts?.find((one) => one.id === id);
  if (receipt) return <Receipt locale={locale} receipt={receipt} />;
  if (item === undefined) return <p>{sayDraft(locale, "sent.gone")}</p>;
  if (item.state === "parked" && item.problem !== null) {
    return <p class="error">{sayNotAccepted(locale, item.problem)}</p>;
  }
  return (
    <>
      <p class="headline">{sayDraft(locale, "sent.queued")}</p>
      <p>{sayDraft(locale, whatItWaitsFor(connection, pause ?? null))}</p>
    </>
  );
}

/** Only what goes by itself is said to. */
function whatItWaitsFor(connection: Connection | null, pause: OutboxPause | null) {
  if (connection === null) return "sent.unconnected";
  if (connection.rejectedAt !== null) return "sent.disconnected";
  return pause?.cause === "unreachable" ? "sent.waiting" : "sent.queuedMore";
}

function headlineOf({ addedTo, created }: OutboxReceipt) {
  if (addedTo !== undefined) return "sent.added";
  return created ? "sent.registered" : "sent.again";
}

function Receipt({ locale, receipt }: { readonly locale: Locale; readonly receipt: OutboxReceipt }) {
  const zone = useLocalItem(cachedSession)?.organisation.zone ?? "UTC";
  const now = useNow();
  const number = sayComplaint(locale, "number", { number: receipt.incomingNumber });
  const [nearest, ...later] = receipt.dueDates.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  const answer = later.find(({ clock }) => clock === "answer");
  return (
    <>
      <p class="headline">
        {sayDraft(locale, headlineOf(receipt))} <span class="number">{number}</span>
      </p>
      {[nearest, answer].map(
        (owed) =>
          owed && (
            <p key={owed.clock}>
              {sayDraft(locale, "sent.due", {
                clock: sayDueWord(locale, `clock.${owed.clock}`),
                due: sayDueShort(locale, owed, now, zone),
              })}
            </p>
          ),
      )}
    </>
  );
}
