import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { listKeyOf } from "./list-key";

export interface ListKeys {
  readonly isHelpOpen: boolean;
  readonly hasCopied: boolean;
}

/** `j` `k` and the arrows move through the rows, `c` copies the link of the row, `w` tells why it is due then, `?` tells the keys. */
export function useListKeys(list: RefObject<HTMLElement | null>): ListKeys {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [hasCopied, setCopied] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = isTyping(event.target) ? null : listKeyOf(event);
      setCopied(false);
      const rows = [...(list.current?.querySelectorAll<HTMLAnchorElement>("a.row") ?? [])];
      const at = indexOfFocused(rows);
      switch (key) {
        case "next":
          rows[Math.min(at + 1, rows.length - 1)]?.focus();
          break;
        case "previous":
          rows[Math.max(at - 1, 0)]?.focus();
          break;
        case "copy": {
          const record = rows[at]?.dataset.record;
          if (record === undefined) return;
          void navigator.clipboard.writeText(record).then(() => setCopied(true));
          break;
        }
        case "why": {
          const why = rows[at]?.closest("li")?.querySelector<HTMLButtonElement>("button.due");
          if (!why) return;
          why.click();
          break;
        }
        case "help":
          setHelpOpen((isOpen) => !isOpen);
          break;
        case "close":
          if (!isHelpOpen) return;
          setHelpOpen(false);
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [list, isHelpOpen]);
  return { isHelpOpen, hasCopied };
}

function indexOfFocused(rows: readonly Element[]): number {
  return document.activeElement === null ? -1 : rows.indexOf(document.activeElement);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input, textarea, select, [contenteditable]");
}
