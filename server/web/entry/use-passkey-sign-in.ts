import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useOnReturn } from "../parts/use-on-return";
import { askPasskey, offersInField, stopAskingPasskey } from "../passkey/ask-passkey";
import { useSession } from "./Session";

/** A challenge holds for five minutes; a page that stands open asks for a new one before. */
const NEW_CHALLENGE_MS = 4 * 60_000;

interface PasskeySignIn {
  readonly isBusy: boolean;
  readonly failure: Failure | "no-passkey" | null;
  /** Opens the browser's dialog. */
  readonly signIn: () => Promise<void>;
}

/**
 * Signs in by a passkey: offered in the e-mail field's own list where the browser can, and by the dialog.
 *
 * @param isOffered whether this server takes passkeys; it may turn true later
 */
export function usePasskeySignIn(isOffered: boolean): PasskeySignIn {
  const { ask, refresh } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | "no-passkey" | null>(null);
  /** Goes up when the list is to offer passkeys anew. */
  const [round, setRound] = useState(0);
  const renew = () => setRound((n) => n + 1);
  /** A tab that nobody looks at asks for nothing. */
  const [isOverdue, setOverdue] = useState(false);

  const challenge = () => ask(({ api }) => api["sign-in"].passkey.challenge.$post());
  const send = async (answer: Awaited<ReturnType<typeof askPasskey>>) => {
    if (answer === null) return "no-passkey";
    if ("kind" in answer) return answer;
    const outcome = await ask(({ api }) => api["sign-in"].passkey.$post({ json: { answer } }));
    if (outcome.kind !== "done") return outcome;
    await refresh();
    return null;
  };

  useEffect(() => {
    if (!isOffered) return;
    let isWanted = true;
    const offer = async () => {
      if (!(await offersInField()) || !isWanted) return;
      const asked = await challenge();
      // Nobody has asked for this offer: where it cannot be made, or nobody takes it, nothing is said.
      if (asked.kind !== "done" || !isWanted) return;
      const answer = await askPasskey(asked.body, true);
      if (answer === null || "kind" in answer || !isWanted) return;
      setFailure(await send(answer));
    };
    void offer();
    const timer = setTimeout(
      () => (document.visibilityState === "visible" ? renew() : setOverdue(true)),
      NEW_CHALLENGE_MS,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
      void stopAskingPasskey();
    };
  }, [isOffered, round]);
  useOnReturn(() => {
    if (!isOverdue) return;
    setOverdue(false);
    renew();
  });

  const signIn = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    try {
      const asked = await challenge();
      setFailure(asked.kind === "done" ? await send(await askPasskey(asked.body)) : asked);
    } finally {
      setBusy(false);
    }
  };

  return { isBusy, failure, signIn };
}
