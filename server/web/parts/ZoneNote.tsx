import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";

/** By whose clock the times around are told. */
export function ZoneNote({ zone }: { zone: string }) {
  return <p class="muted">{sayDesk(useLocale(), "zone.note", { zone })}</p>;
}
