import type { Session } from "@otklik/shared/people/account";
import type { RegulationSettings } from "@otklik/shared/settings/regulation-settings";
import { useCallback, useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { sayRegulation } from "../../messages/regulation/index";
import { FailureNote } from "../../parts/FailureNote";
import { useOnReturn } from "../../parts/use-on-return";
import { Waiting } from "../../parts/Waiting";
import { useLocale } from "../../preferences/Preferences";
import { DraftEditor } from "./draft/DraftEditor";
import "./regulation.css";
import "./rules-table.css";
import "./regulation-draft.css";
import { mayDo } from "@otklik/shared/people/roles";
import { readRegulationAddress } from "./regulation-address";
import { VersionView } from "./VersionView";

/** By which rules a complaint is dated: the versions, what changed between them, and the draft of the next. */
export function RegulationPage({ session }: { session: Session }) {
  const locale = useLocale();
  const { ask } = useSession();
  const { query } = useLocation();
  const [settings, setSettings] = useState<RegulationSettings | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const address = readRegulationAddress(query);
  const mayWrite = mayDo(session.person.roles, "rules:write");
  const isDraft = address.isDraft && mayWrite;

  const read = useCallback(async () => {
    const outcome = await ask(({ api }) => api.regulation.$get());
    if (outcome.kind === "done") {
      setSettings(outcome.body);
      setFailure(null);
    } else setFailure(outcome);
  }, [ask]);
  useEffect(() => void read(), [read]);
  // The draft has its own way to learn what others did.
  useOnReturn(() => void (!isDraft && settings !== null && read()));

  if (settings === null) {
    if (failure === null) return <Waiting lines={12} />;
    return (
      <FailureNote failure={failure} title={sayRegulation(locale, "failed")} onRetry={() => void read()} />
    );
  }
  return (
    <div class="regulation">
      {isDraft ? (
        <DraftEditor settings={settings} session={session} onSettings={setSettings} />
      ) : (
        <VersionView settings={settings} session={session} address={address} mayWrite={mayWrite} />
      )}
    </div>
  );
}
