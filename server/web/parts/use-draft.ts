import { useEffect, useState } from "preact/hooks";
import { useSession } from "../entry/Session";

const PREFIX = "otklik.draft.";

/**
 * A text that is being typed, kept in this tab until it is sent: a lost connection, a session that ends or a
 * page that is loaded again takes nothing from it. It is kept for whoever is signed in, and comes back to nobody else.
 *
 * @param name of the form and of what it is about
 */
export function useDraft(name: string, initial = ""): readonly [string, (text: string) => void, () => void] {
  const { state } = useSession();
  const key = state.kind === "in" ? `${PREFIX}${state.session.person.id}.${name}` : null;
  const [text, setText] = useState(() => read(key) ?? initial);
  useEffect(() => {
    if (text === initial) forget(key);
    else keep(key, text);
  }, [key, text, initial]);
  return [text, setText, () => forget(key)];
}

function read(key: string | null): string | null {
  if (key === null) return null;
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string | null, text: string): void {
  if (key === null) return;
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // Storage is forbidden or full: the text lives as long as its form.
  }
}

function forget(key: string | null): void {
  if (key === null) return;
  try {
    sessionStorage.removeItem(key);
  } catch {
    // There is nothing to forget.
  }
}
