import { useEffect } from "preact/hooks";

/**
 * Names the page in the browser's tab and history; what tells pages apart comes first.
 *
 * @param title null when another part of the page names it
 */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = `${title} · Otklik`;
  }, [title]);
}
