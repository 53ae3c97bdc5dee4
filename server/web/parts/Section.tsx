import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { watchLostFocus } from "./watch-lost-focus";

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
    if (section.current === null) return;
    return watchLostFocus(section.current, () => {
      heading.current?.focus();
      // What has come instead of it is seen as well.
      section.current?.scrollIntoView({ block: "nearest" });
    });
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
