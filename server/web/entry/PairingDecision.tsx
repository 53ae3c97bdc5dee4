import type { PairingRequest, Session } from "@otklik/shared/people/account";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { formatTime } from "../parts/format-when";
import { ownZone } from "../parts/own-zone";
import { useNow } from "../parts/use-now";
import { useLocale } from "../preferences/Preferences";
import { ActsFor } from "./ActsFor";
import { GoneCode } from "./GoneCode";
import { useSession } from "./Session";

/** Who asks, the code big enough to compare, and the decision. */
export function PairingDecision({ request, session }: { request: PairingRequest; session: Session }) {
  const locale = useLocale();
  const { ask } = useSession();
  const now = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  const [status, setStatus] = useState(request.status);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const zone = ownZone();

  useEffect(() => {
    if (status !== request.status) heading.current?.focus();
  }, [status]);

  const decide = async (decision: "approve" | "refuse") => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const param = { userCode: request.userCode };
    const outcome = await ask(({ api }) =>
      api.pairings[":userCode"].decision.$post({ param, json: { decision } }),
    );
    setBusy(false);
    if (outcome.kind === "done") setStatus(decision === "approve" ? "approved" : "refused");
    else setFailure(outcome);
  };

  if (status !== "waiting") {
    return (
      <>
        <h1 ref={heading} tabIndex={-1}>
          {sayDesk(locale, `pair.${status}`)}
        </h1>
        <p>{sayDesk(locale, `pair.${status}.detail`)}</p>
        <p>
          <a class="button" href="/complaints">
            {sayDesk(locale, "notFound.toComplaints")}
          </a>
        </p>
      </>
    );
  }
  if (new Date(request.expiresAt) <= now) return <GoneCode />;
  return (
    <>
      <h1>{sayDesk(locale, "pair.ask")}</h1>
      <ActsFor session={session} />
      <p class="pair-code">{request.userCode}</p>
      <p>{sayDesk(locale, "pair.compare")}</p>
      <dl class="facts">
        <dt>{sayDesk(locale, "pair.device")}</dt>
        <dd>
          <bdi>{request.deviceName}</bdi>
        </dd>
        <dt>{sayDesk(locale, "pair.origin")}</dt>
        <dd class="mono">{request.origin}</dd>
        <dt>{sayDesk(locale, "pair.requested")}</dt>
        <dd>{formatTime(locale, request.requestedAt, zone)}</dd>
        <dt>{sayDesk(locale, "pair.expires")}</dt>
        <dd>{formatTime(locale, request.expiresAt, zone)}</dd>
      </dl>
      <p>{sayDesk(locale, "pair.scope")}</p>
      {failure && <FailureNote failure={failure} />}
      <div class="buttons">
        <button
          type="button"
          class="button button-main"
          aria-disabled={busy}
          onClick={() => void decide("approve")}
        >
          {sayDesk(locale, "pair.approve")}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={() => void decide("refuse")}>
          {sayDesk(locale, "pair.refuse")}
        </button>
      </div>
    </>
  );
}
