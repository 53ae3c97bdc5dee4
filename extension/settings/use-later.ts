import { useEffect, useState } from "preact/hooks";

/**
 * A part that a page loads only when it is wanted, so that the page itself opens at once.
 *
 * @param load the same throughout: an `import()` of the part
 * @returns null until it is there
 */
export function useLater<Part>(isWanted: boolean, load: () => Promise<Part>): Part | null {
  // In an object: a component is a function, which a state would call.
  const [loaded, setLoaded] = useState<{ readonly part: Part } | null>(null);
  useEffect(() => {
    if (isWanted && loaded === null) void load().then((part) => setLoaded({ part }));
  }, [isWanted]);
  return loaded?.part ?? null;
}
