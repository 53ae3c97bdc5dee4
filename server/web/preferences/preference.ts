/** A choice of the person that this browser remembers. Where storage is forbidden, it lasts until the page closes. */
export function readPreference<Value extends string>(name: string, allowed: readonly Value[]): Value | null {
  try {
    const stored = localStorage.getItem(`otklik.${name}`);
    return allowed.find((value) => value === stored) ?? null;
  } catch {
    return null;
  }
}

export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(`otklik.${name}`, value);
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
}
