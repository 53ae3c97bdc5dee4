import { useEffect, useState } from "preact/hooks";

const PREFIX = "otklik.draft.";

/**
 * A text that is being typed, kept in this tab until it is sent: a lost connection, a session that ends or a
 * page that is loaded again takes nothing from it.
 *
 * @param name of the form and of what it is about; with the person's id where several may use the tab
 */
export function useDraft(name: string, initial = ""): readonly [string, (text: string) => void, () => void] {
  const key = PREFIX + name;
  const [text, setText] = useState(() => read(key) ?? initial);
  useEffect(() => {
    if (text === initial) forget(key);
    else keep(key, text);
  }, [key, text, initial]);
  return [text, setText, () => forget(key)];
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // Storage is forbidden or full: the text lives as long as its form.
  }
}

function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // There is nothing to forget.
  }
}
