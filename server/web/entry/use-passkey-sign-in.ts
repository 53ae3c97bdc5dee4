import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
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

  const attempt = async (inField: boolean): Promise<Failure | "no-passkey" | null> => {
    const asked = await ask(({ api }) => api["sign-in"].passkey.challenge.$post());
    if (asked.kind !== "done") return asked;
    const answer = await askPasskey(asked.body, inField);
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
      const failed = await attempt(true);
      // Of a list that nobody chose from nothing is said.
      if (isWanted && failed !== "no-passkey" && failed?.kind === "refused") setFailure(failed);
    };
    void offer();
    const timer = setTimeout(() => setRound((n) => n + 1), NEW_CHALLENGE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      void stopAskingPasskey();
    };
  }, [isOffered, round]);

  const signIn = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    try {
      setFailure(await attempt(false));
    } finally {
      setBusy(false);
    }
  };

  return { isBusy, failure, signIn };
}
