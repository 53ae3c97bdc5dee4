import { useEffect, useRef } from "preact/hooks";
import { EntryFrame } from "../entry/EntryFrame";

interface SaidProps {
  readonly title: string;
  readonly detail: string;
}

/** All that there is to say: the focus goes to it, for what was pressed is gone. */
export function Said({ title, detail }: SaidProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <EntryFrame>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{detail}</p>
    </EntryFrame>
  );
}
