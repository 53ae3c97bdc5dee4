import type { Locale } from "@otklik/shared/people/locale";
import { useEffect, useRef, useState } from "preact/hooks";
import { storedConnection } from "../api/connection";
import { sayAge } from "../badge/say-age";
import { staleForMs } from "../badge/stale";
import { sayShell } from "../messages/shell";
import { useLocalItem } from "../settings/use-local-item";
import { useNow } from "../settings/use-now";
import { ComplaintRow } from "./ComplaintRow";
import { storedComplaints } from "./complaint-copy";
import { KeyHelp } from "./KeyHelp";
import { useListKeys } from "./use-list-keys";
import "./complaint-list.css";

/** Before it says "loading": a quick answer should not flash words. */
const PATIENCE_MS = 300;

interface Props {
  readonly locale: Locale;
  /** False where the page says already how old its data are. */
  readonly saysAge?: boolean;
}

/** The agent's open complaints, overdue first: from the local copy at once, then as the server says. */
export function ComplaintList({ locale, saysAge = true }: Props) {
  const copy = useLocalItem(storedComplaints);
  const connection = useLocalItem(storedConnection);
  const now = useNow();
  const list = useRef<HTMLUListElement>(null);
  const keys = useListKeys(list);
  if (copy === undefined || connection === undefined || connection === null) return null;
  const staleMs = copy === null ? null : staleForMs(copy, now);
  const complaints = copy?.complaints ?? null;
  return (
    <section class="complaints" aria-labelledby="complaints-title">
      <h2 id="complaints-title">{sayShell(locale, "list.title")}</h2>
      {saysAge && staleMs !== null && (
        <p class="age">{sayShell(locale, "list.age", { age: sayAge(locale, staleMs) })}</p>
      )}
      {complaints === null && <Waiting locale={locale} hasFailed={copy?.failingSince != null} />}
      {complaints?.length === 0 && <p class="empty">{sayShell(locale, "list.empty")}</p>}
      {complaints !== null && complaints.length > 0 && (
        <ul ref={list}>
          {complaints.map((complaint) => (
            <ComplaintRow
              key={complaint.id}
              complaint={complaint}
              locale={locale}
              now={now}
              zone={copy?.zone ?? "UTC"}
              window={copy?.window ?? null}
              origin={connection.origin}
            />
          ))}
        </ul>
      )}
      <p class="said" role="status">
        {keys.hasCopied ? sayShell(locale, "list.copied") : ""}
      </p>
      {keys.isHelpOpen && <KeyHelp locale={locale} />}
    </section>
  );
}

function Waiting({ locale, hasFailed }: { readonly locale: Locale; readonly hasFailed: boolean }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (hasFailed) return <p class="empty">{sayShell(locale, "list.failed")}</p>;
  return <p class="empty">{isSlow ? sayShell(locale, "list.loading") : ""}</p>;
}
