import type { HealthReport } from "@otklik/shared/capture/adapter-health";
import type { SiteCorrections } from "@otklik/shared/capture/site-corrections";
import type { Session } from "@otklik/shared/people/account";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { saySettings } from "../../messages/settings/index";
import { FailureNote } from "../../parts/FailureNote";
import { Waiting } from "../../parts/Waiting";
import { useLocale } from "../../preferences/Preferences";
import { Corrections } from "./Corrections";
import { HealthTable } from "./HealthTable";
import "./sites.css";

interface Read {
  readonly health: HealthReport;
  readonly corrections: SiteCorrections;
}

/** How well the extension reads each site, and what the organisation has put right of it. */
export function SitesPage({ session }: { session: Session }) {
  const locale = useLocale();
  const { ask } = useSession();
  const [read, setRead] = useState<Read | Failure | null>(null);
  const load = async () => {
    setRead(null);
    const [health, corrections] = await Promise.all([
      ask(({ api }) => api.sites.health.$get()),
      ask(({ api }) => api.sites.corrections.$get()),
    ]);
    if (health.kind !== "done") return setRead(health);
    if (corrections.kind !== "done") return setRead(corrections);
    setRead({ health: health.body, corrections: corrections.body });
  };
  useEffect(() => void load(), []);
  if (read === null) return <Waiting lines={8} />;
  if ("kind" in read) {
    return <FailureNote failure={read} title={saySettings(locale, "failed")} onRetry={() => void load()} />;
  }
  return (
    <>
      <HealthTable counts={read.health.counts} />
      <Corrections given={read.corrections} mayWrite={session.permissions.includes("sites:write")} />
    </>
  );
}
