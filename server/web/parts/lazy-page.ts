import { type ComponentType, h } from "preact";
import { useLazy } from "./use-lazy";
import { Waiting } from "./Waiting";

/**
 * A page that is loaded when somebody goes there.
 *
 * @throws when drawn after it could not be loaded, so that the page's guard offers to load everything again: after
 *   an update of the server the files of an open page are gone
 */
export function lazyPage(load: () => Promise<{ readonly Page: ComponentType }>): ComponentType {
  return function LazyPage() {
    const loaded = useLazy(load);
    if (loaded === "failed") throw new Error("A page was not loaded");
    return loaded === null ? h(Waiting, { lines: 12 }) : h(loaded.Page, {});
  };
}
