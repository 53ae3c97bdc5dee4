import type { Change } from "./changes-of";
import { ExtensionDialog } from "./ExtensionDialog";
import { MergeDialog } from "./MergeDialog";
import { ReceiveAgainDialog } from "./ReceiveAgainDialog";
import { ReopenDialog } from "./ReopenDialog";
import { ResumeDialog } from "./ResumeDialog";
import { SubjectsDialog } from "./SubjectsDialog";
import { TriageDialog } from "./TriageDialog";
import type { ChangeProps } from "./use-change";
import { WaitDialog } from "./WaitDialog";

const DIALOGS = {
  triage: TriageDialog,
  extend: ExtensionDialog,
  wait: WaitDialog,
  resume: ResumeDialog,
  receive_again: ReceiveAgainDialog,
  merge: MergeDialog,
  reopen: ReopenDialog,
  name_subject: SubjectsDialog,
} as const satisfies Record<Change, unknown>;

/** The dialog of one change. */
export function ChangeDialog({ change, ...props }: ChangeProps & { readonly change: Change }) {
  const Chosen = DIALOGS[change];
  return <Chosen {...props} />;
}
