import type { PairingRequest, Session } from "@otklik/shared/people/account";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../api/outcome";
import { ClosedPlace } from "../frame/ClosedPlace";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { mayPass } from "../parts/may-pass";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import { ActsFor } from "./ActsFor";
import { Devices } from "./Devices";
import { EntryFrame } from "./EntryFrame";
import { GoneCode } from "./GoneCode";
import { PairingCodeForm } from "./PairingCodeForm";
import { PairingDecision } from "./PairingDecision";
import { pairingCode } from "./pairing-code";
import { useSession } from "./Session";
import { SignedIn } from "./SignedIn";

const GONE = new Set(["pairing-expired", "not-found", "pairing-decided"]);

/** Where an extension's request is approved: the code typed by hand, or one request by the code in the address. */
export function Pair() {
  const locale = useLocale();
  usePageTitle(sayDesk(locale, "pair.title"));
  const code = useLocation().query.code;
  return (
    <SignedIn>
      {(session) => (
        <EntryFrame>
          {!session.permissions.includes("device:approve") ? (
            <>
              <h1>{sayDesk(locale, "pair.title")}</h1>
              <ClosedPlace session={session} place={null} />
            </>
          ) : code === undefined ? (
            <>
              <h1>{sayDesk(locale, "pair.title")}</h1>
              <ActsFor session={session} />
              <PairingCodeForm typed="" />
              <Devices />
            </>
          ) : (
            <AskedPairing typed={code} session={session} key={code} />
          )}
        </EntryFrame>
      )}
    </SignedIn>
  );
}

/** One request to pair, found by its code. Looking at it binds it to this session: no other can decide it any more. */
function AskedPairing({ typed, session }: { typed: string; session: Session }) {
  const locale = useLocale();
  const { ask } = useSession();
  const code = pairingCode(typed);
  const [request, setRequest] = useState<PairingRequest | Failure | null>(null);

  const look = async (userCode: string) => {
    setRequest(null);
    const outcome = await ask(({ api }) => api.pairings[":userCode"].claim.$post({ param: { userCode } }));
    setRequest(outcome.kind === "done" ? outcome.body : outcome);
  };
  useEffect(() => void (code !== null && look(code)), [code]);

  if (code === null) {
    return (
      <>
        <h1>{sayDesk(locale, "pair.title")}</h1>
        <ActsFor session={session} />
        <PairingCodeForm typed={typed} />
      </>
    );
  }
  if (request === null) return <Waiting />;
  if ("userCode" in request) return <PairingDecision request={request} session={session} />;
  if (request.kind === "refused" && GONE.has(request.problem.code)) return <GoneCode />;
  return (
    <>
      <h1>{sayDesk(locale, "pair.title")}</h1>
      <FailureNote failure={request} {...(mayPass(request) && { onRetry: () => void look(code) })} />
    </>
  );
}
