import "./dates-page.css";
import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { Session } from "@otklik/shared/people/account";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { SignedIn } from "../../entry/SignedIn";
import { useCommand } from "../../keyboard/CommandCentre";
import { sayDates } from "../../messages/dates/index";
import { sayDesk } from "../../messages/index";
import { FailureNote } from "../../parts/FailureNote";
import { Icon } from "../../parts/Icon";
import { useNow } from "../../parts/use-now";
import { usePageTitle } from "../../parts/use-page-title";
import { Waiting } from "../../parts/Waiting";
import { useLocale } from "../../preferences/Preferences";
import { DatesFile } from "./DatesFile";

/** The whole reckoning of a complaint's dates on one plain page, for the printer and the file. */
export function DatesPage() {
  return <SignedIn>{(session) => <SignedInDates session={session} />}</SignedIn>;
}

function SignedInDates({ session }: { session: Session }) {
  const locale = useLocale();
  const { ask } = useSession();
  const { route } = useLocation();
  const id = useRoute().params.id ?? "";
  const now = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isMissing = failure?.kind === "refused" && failure.problem.code === "not-found";
  const title =
    complaint === null
      ? sayDesk(locale, isMissing ? "complaint.missing" : "complaints.title")
      : sayDates(locale, "file.title", { number: complaint.incomingNumber });
  usePageTitle(title);

  const read = async () => {
    setFailure(null);
    const outcome = await ask(({ api }) => api.complaints[":id"].$get({ param: { id } }));
    if (outcome.kind === "done") setComplaint(outcome.body);
    else setFailure(outcome);
  };
  useEffect(() => void read(), [id]);
  useEffect(() => heading.current?.focus(), [complaint === null, isMissing]);

  const backHref = `/complaints/${id}`;
  useCommand("back", () => route(backHref));
  return (
    <div class="file">
      <nav class="file-bar" aria-label={sayDates(locale, "file.bar")}>
        <a class="button" href={backHref}>
          <Icon name="back" />
          {sayDates(locale, "file.back")}
        </a>
        {complaint !== null && (
          <button type="button" class="button button-main" onClick={() => window.print()}>
            {sayDates(locale, "file.print")}
          </button>
        )}
      </nav>
      <main class="file-page">
        {complaint !== null ? (
          <DatesFile complaint={complaint} session={session} heading={heading} now={now} />
        ) : isMissing ? (
          <div class="empty">
            <h1 class="empty-title" ref={heading} tabIndex={-1}>
              {title}
            </h1>
            <p class="muted">{sayDesk(locale, "complaint.missing.detail")}</p>
          </div>
        ) : failure !== null ? (
          <FailureNote failure={failure} onRetry={() => void read()} />
        ) : (
          <Waiting lines={12} />
        )}
      </main>
    </div>
  );
}
