import type { Locale } from "@otklik/shared/people/locale";
import { sayPost } from "../messages/post";
import { tell } from "../messaging/messages";
import { PICK_ACTIONS } from "../picker/pick-order";
import { usePicking } from "../picker/picking-state";

/** That the picker is open on the page, with its keys as buttons for a page that keeps them to itself; or why it is not. */
export function PickingNote({ locale }: { readonly locale: Locale }) {
  const picking = usePicking();
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
