import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** For links that stand in one line where it is narrow: the current one may lie out of it, and is brought into sight. */
export function useCurrentInSight(current: string | null): RefObject<HTMLElement | null> {
  const links = useRef<HTMLElement>(null);
  useEffect(() => {
    links.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current]);
  return links;
}
