import { useEffect } from "preact/hooks";
import { watchLostFocus } from "./watch-lost-focus";

/**
 * On every page: when what had the focus goes, such as the link that led away or the form that was sent, the page's
 * heading takes it, at once or when it comes. What wants the focus itself, such as a field of the new page, goes first.
 */
export function useHeadingFocus(): void {
  useEffect(() => keepFocus(document.body), []);
}

function keepFocus(page: HTMLElement): () => void {
  let isOwed = false;
  let frame = 0;
  const settle = () => {
    // Something has taken it meanwhile.
    if (document.activeElement !== page) isOwed = false;
    const heading = isOwed ? page.querySelector("h1") : null;
    if (heading === null) return;
    isOwed = false;
    heading.tabIndex = -1;
    // Where nothing but a button has gone, the page stays where it is.
    heading.focus({ preventScroll: true });
  };
  // By the second frame the effects of what was drawn have run.
  const settleSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(settle);
    });
  };
  const endWatch = watchLostFocus(page, () => {
    isOwed = true;
    settleSoon();
  });
  const growth = new MutationObserver(() => {
    if (isOwed) settleSoon();
  });
  growth.observe(page, { childList: true, subtree: true });
  return () => {
    endWatch();
    growth.disconnect();
    cancelAnimationFrame(frame);
  };
}
