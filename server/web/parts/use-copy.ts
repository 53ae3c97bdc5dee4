import { type DeskKey, sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";
import { useAnnounce } from "./Announcer";

/** Copies a text and says so, or says that the browser did not let it. */
export function useCopy(): (text: string, copied: "complaint.linkCopied" | "evidence.hashCopied") => void {
  const locale = useLocale();
  const announce = useAnnounce();
  return (text, copied) => {
    const say = (key: typeof copied | ("complaint.copyFailed" & DeskKey)) => announce(sayDesk(locale, key));
    // Over plain http in a local network the browser has no clipboard for pages.
    if (navigator.clipboard === undefined) return say("complaint.copyFailed");
    navigator.clipboard.writeText(text).then(
      () => say(copied),
      () => say("complaint.copyFailed"),
    );
  };
}
