import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";
import { useAnnounce } from "./Announcer";

/**
 * Copies a text and says so, or says that the browser did not let it.
 *
 * @param say where it is said; in a modal dialog something of the dialog's own, since all else is inert under it
 * @returns takes the text, and the words that say that it was copied
 */
export function useCopy(say?: (words: string) => void): (text: string, copied: string) => void {
  const locale = useLocale();
  const announce = useAnnounce();
  const tell = say ?? announce;
  return (text, copied) => {
    const sayFailed = () => tell(sayDesk(locale, "complaint.copyFailed"));
    // Over plain http in a local network the browser has no clipboard for pages.
    if (navigator.clipboard === undefined) return sayFailed();
    navigator.clipboard.writeText(text).then(() => tell(copied), sayFailed);
  };
}
