import type { Locale } from "@otklik/shared/people/locale";
import { sayPost } from "../messages/post";
import { tell } from "../messaging/messages";
import { useActiveTab } from "../messaging/use-active-tab";
import { useOwnWindow } from "../messaging/use-own-window";
import { PICK_ACTIONS } from "../picker/pick-order";
import { type Picking, usePicking } from "../picker/picking-state";

interface Props {
  readonly locale: Locale;
  /** Of the draft that is shown. */
  readonly openId: string | null;
}

/** That the picker is open on the page, with its keys as buttons for a page that keeps them to itself; or why it is not. */
export function PickingNote({ locale, openId }: Props) {
  const found = usePicking();
  const tabId = useActiveTab();
  // A page of its own has no page of the web in front.
  const isAlone = useOwnWindow() === null;
  const picking = found !== null && (isAlone || isOfHere(found, openId, tabId)) ? found : null;
  return (
    <div role="status">
      {picking !== null && (
        <div class="picking">
          <p>{sayPost(locale, `picking.${picking.state}`)}</p>
          {picking.state === "open" ? (
            <section class="tools" aria-label={sayPost(locale, "picking.keys")}>
              {PICK_ACTIONS.map((action) => (
                <button key={action} type="button" onClick={() => void tell({ type: "picker-key", action })}>
                  {sayPost(locale, `picking.${action}`)}
                </button>
              ))}
            </section>
          ) : (
            <button type="button" onClick={() => void tell({ type: "picker-key", action: "leave" })}>
              {sayPost(locale, "picking.hide")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** Why no picker could be opened is said beside the draft that wanted it, or while its page is in front. */
function isOfHere({ state, draftId, tabId }: Picking, openId: string | null, active: number | null): boolean {
  if (state === "open") return true;
  return draftId === null ? tabId === active : draftId === openId;
}
