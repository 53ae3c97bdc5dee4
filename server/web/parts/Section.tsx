import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface SectionProps {
  readonly title: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/**
 * A part of a page under its heading. When what had the focus in it goes, such as the row that was removed by its own
 * button, the heading takes the focus: else it would fall to the top of the page.
 */
export function Section({ title, class: className = "settings-part", children }: SectionProps) {
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const element = section.current;
    if (element === null) return;
    let last: EventTarget | null = null;
    const onIn = ({ target }: FocusEvent) => {
      last = target;
    };
    // Whoever goes away by themselves is not called back when it goes later.
    const onOut = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (last === target && target instanceof Node && target.isConnected) last = null;
      });
    const watcher = new MutationObserver(() => {
      if (!(last instanceof Node) || last.isConnected) return;
      last = null;
      if (document.activeElement === document.body) heading.current?.focus();
    });
    element.addEventListener("focusin", onIn);
    element.addEventListener("focusout", onOut);
    watcher.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener("focusin", onIn);
      element.removeEventListener("focusout", onOut);
      watcher.disconnect();
    };
  }, []);

  return (
    <section ref={section} class={className} aria-labelledby={titleId}>
      <h2 id={titleId} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
