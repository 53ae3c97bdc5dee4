import type { Locale } from "@otklik/shared/people/locale";
import { useState } from "preact/hooks";
import { sayShell } from "../messages/shell";
import type { Destination } from "../storage/database";
import { whoIs } from "./destination";
import { discardHeld, type HeldItems as Held, isUnregistered, sendHeldHere } from "./held-items";

interface Props {
  readonly locale: Locale;
  readonly held: Held;
  /** Where this browser is connected now. */
  readonly there: Destination;
  readonly onChanged: () => Promise<void>;
}

/**
 * Clips for another register than the one that this browser is connected to: they hold people's words, and go nowhere by
 * themselves.
 */
export function HeldItems({ locale, held, there, onChanged }: Props) {
  const [asked, setAsked] = useState<"send" | "discard" | null>(null);
  const { items, destination } = held;
  const sendable = items.filter(isUnregistered);
  const act = async (doing: Promise<void>) => {
    setAsked(null);
    await doing;
    await onChanged();
  };
  return (
    <div class="parked">
      <p class="reason">{sayShell(locale, "held.text", { count: items.length, who: whoIs(destination) })}</p>
      <p>{sayShell(locale, "held.back")}</p>
      {asked === null ? (
        <p class="actions">
          {sendable.length > 0 && (
            <button type="button" onClick={() => setAsked("send")}>
              {sayShell(locale, "held.send", { who: whoIs(there) })}
            </button>
          )}
          <button type="button" onClick={() => setAsked("discard")}>
            {sayShell(locale, "outbox.discard")}
          </button>
        </p>
      ) : (
        <p class="actions">
          <span>
            {asked === "send"
              ? sayShell(locale, "held.sendSure", { count: sendable.length, who: whoIs(there) })
              : sayShell(locale, "held.discardSure", { count: items.length })}
          </span>
          <button
            type="button"
            class="grave"
            onClick={() =>
              void act(asked === "send" ? sendHeldHere(sendable, there) : discardHeld(items, there))
            }
          >
            {asked === "send"
              ? sayShell(locale, "held.send", { who: whoIs(there) })
              : sayShell(locale, "outbox.discard")}
          </button>
          <button type="button" onClick={() => setAsked(null)}>
            {sayShell(locale, "outbox.keep")}
          </button>
        </p>
      )}
    </div>
  );
}
