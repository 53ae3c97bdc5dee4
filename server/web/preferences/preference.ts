const PREFIX = "otklik.";

/** A choice of the person that this browser remembers. Where storage is forbidden, it lasts until the page closes. */
export function readPreference<Value extends string>(name: string, allowed: readonly Value[]): Value | null {
  try {
    const stored = localStorage.getItem(`${PREFIX}${name}`);
    return allowed.find((value) => value === stored) ?? null;
  } catch {
    return null;
  }
}

/** Keeps what this browser's person prefers. */
export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(`${PREFIX}${name}`, value);
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
}

/**
 * Signing out makes the browser clear the site's storage; language, colours and a calendar that is being changed
 * hold nothing of the register, and belong to the browser, not to the session.
 *
 * @returns what puts the choices back
 */
export function keepPreferences(): () => void {
  const kept = new Map<string, string>();
  try {
    for (const [key, value] of Object.entries(localStorage)) {
      if (key.startsWith(PREFIX)) kept.set(key.slice(PREFIX.length), value);
    }
  } catch {
    // Storage is forbidden: there is nothing to keep.
  }
  return () => {
    for (const [name, value] of kept) writePreference(name, value);
  };
}
