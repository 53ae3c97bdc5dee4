/**
 * Calls back when what had the focus in a part of the page has gone from it, and the focus has fallen to the body:
 * whoever goes by the keyboard, or listens, would begin at the top of the page again.
 *
 * @returns ends the watch
 */
export function watchLostFocus(part: Element, onLost: () => void): () => void {
  let last: EventTarget | null = null;
  const onIn = ({ target }: Event) => {
    last = target;
  };
  // Whoever goes away by themselves is not called back when it goes later.
  const onOut = ({ target }: Event) =>
    queueMicrotask(() => {
      if (last === target && target instanceof Node && target.isConnected) last = null;
    });
  const watcher = new MutationObserver(() => {
    if (!(last instanceof Node) || last.isConnected) return;
    last = null;
    if (document.activeElement === document.body) onLost();
  });
  part.addEventListener("focusin", onIn);
  part.addEventListener("focusout", onOut);
  watcher.observe(part, { childList: true, subtree: true });
  return () => {
    part.removeEventListener("focusin", onIn);
    part.removeEventListener("focusout", onOut);
    watcher.disconnect();
  };
}
