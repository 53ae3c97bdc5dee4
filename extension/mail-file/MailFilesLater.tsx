import type { Locale } from "@otklik/shared/people/locale";
import { useEffect, useState } from "preact/hooks";
import type { MailFiles } from "./MailFiles";

interface Props {
  readonly locale: Locale;
  readonly onChoose?: (() => void) | undefined;
}

/** `MailFiles`, loaded when the page is already shown: most days nobody drops a mail. */
export function MailFilesLater(props: Props) {
  const [loaded, setLoaded] = useState<{ readonly Part: typeof MailFiles } | null>(null);
  useEffect(() => void import("./MailFiles").then((module) => setLoaded({ Part: module.MailFiles })), []);
  return loaded === null ? null : <loaded.Part {...props} />;
}
