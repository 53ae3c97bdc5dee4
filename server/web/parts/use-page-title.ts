import { useEffect } from "preact/hooks";

/** Names the page in the browser's tab and history; what tells pages apart comes first. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Otklik`;
  }, [title]);
}
