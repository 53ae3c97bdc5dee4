import { useEffect, useState } from "preact/hooks";

/**
 * Loads a part of the page when it is first needed.
 *
 * @param load always the same function
 * @returns null until it is there; `failed` when it was not loaded
 */
export function useLazy<Loaded extends object>(load: () => Promise<Loaded>): Loaded | "failed" | null {
  const [loaded, setLoaded] = useState<Loaded | "failed" | null>(null);
  useEffect(() => {
    let isWanted = true;
    load().then(
      (part) => isWanted && setLoaded(part),
      () => isWanted && setLoaded("failed"),
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  return loaded;
}
