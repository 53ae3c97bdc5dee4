import type { Locale } from "@otklik/shared/people/locale";
import { useLater } from "../settings/use-later";

interface Props {
  readonly locale: Locale;
  readonly onChoose?: (() => void) | undefined;
  readonly openId?: string | null | undefined;
}

/** `MailFiles`, loaded when the page is already shown: most days nobody drops a mail. */
export function MailFilesLater(props: Props) {
  const MailFiles = useLater(true, loadMailFiles);
  return MailFiles === null ? null : <MailFiles {...props} />;
}

const loadMailFiles = () => import("./MailFiles").then((module) => module.MailFiles);
