import type { Account } from "@otklik/shared/people/people";
import { useState } from "preact/hooks";
import { type Failure, isGone } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayAccount } from "../messages/account/index";
import { useAnnounce } from "../parts/Announcer";
import { AskFirst } from "../parts/AskFirst";
import { FailureNote } from "../parts/FailureNote";
import { formatInstant } from "../parts/format-when";
import { ownZone } from "../parts/own-zone";
import { Section } from "../parts/Section";
import { sayAboutHour } from "../parts/say-about-hour";
import { useLocale } from "../preferences/Preferences";
import { sayBrowser } from "./say-browser";

type SignedIn = Account["sessions"][number];

interface SessionsProps {
  readonly sessions: readonly SignedIn[];
  readonly onEnded: () => Promise<void>;
}

/** The browsers in which the person is signed in; each but this one can be signed out from here. */
export function Sessions({ sessions, onEnded }: SessionsProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [isAsking, setAsking] = useState(false);
  /** The session that is being ended. */
  const [ending, setEnding] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const others = sessions.filter(({ current }) => !current);

  const end = async ({ id, userAgent }: SignedIn) => {
    if (ending !== null) return;
    setEnding(id);
    setFailure(null);
    const outcome = await ask(({ api }) => api.account.sessions[":id"].$delete({ param: { id } }));
    if (outcome.kind !== "done" && !isGone(outcome)) setFailure(outcome);
    else announce(sayAccount(locale, "sessions.ended", { browser: sayBrowser(locale, userAgent) }));
    await onEnded();
    setEnding(null);
  };
  const endOthers = async () => {
    setFailure(null);
    const outcome = await ask(({ api }) => api.account.sessions.$delete());
    setAsking(false);
    if (outcome.kind !== "done") return setFailure(outcome);
    announce(sayAccount(locale, "sessions.endedOthers", { count: others.length }));
    await onEnded();
  };

  return (
    <Section title={sayAccount(locale, "sessions.title")}>
      {failure && <FailureNote failure={failure} />}
      <ul class="plain-list account-list">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isEnding={session.id === ending}
            onEnd={() => void end(session)}
          />
        ))}
      </ul>
      {others.length === 0 ? (
        <p class="muted">{sayAccount(locale, "sessions.only")}</p>
      ) : (
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {sayAccount(locale, "sessions.endOthers")}
        </button>
      )}
      {isAsking && (
        <AskFirst
          title={sayAccount(locale, "sessions.endOthers.title")}
          action={sayAccount(locale, "sessions.endOthers")}
          onConfirm={endOthers}
          onCancel={() => setAsking(false)}
        >
          <p>{sayAccount(locale, "sessions.endOthers.confirm", { count: others.length })}</p>
        </AskFirst>
      )}
    </Section>
  );
}

interface SessionRowProps {
  readonly session: SignedIn;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

function SessionRow({ session, isEnding, onEnd }: SessionRowProps) {
  const locale = useLocale();
  const { userAgent, createdAt, lastUsedAt, lastAddress, current } = session;
  const browser = sayBrowser(locale, userAgent);
  const zone = ownZone();
  const when = (instant: string) => formatInstant(locale, instant, zone, new Date());
  const facts = [
    sayAccount(locale, "sessions.since", { when: when(createdAt) }),
    ...(lastUsedAt === null
      ? []
      : [sayAccount(locale, "sessions.used", { when: sayAboutHour(locale, lastUsedAt, zone, new Date()) })]),
    ...(lastAddress === null ? [] : [sayAccount(locale, "sessions.from", { address: lastAddress })]),
  ];
  return (
    <li class="device">
      <div>
        <p>
          {browser}
          {current && (
            <>
              {" "}
              <span class="mark">{sayAccount(locale, "sessions.here")}</span>
            </>
          )}
        </p>
        <p class="muted">{facts.join("; ")}</p>
      </div>
      {!current && (
        <button
          type="button"
          class="button"
          aria-label={sayAccount(locale, "sessions.end.label", { browser })}
          aria-disabled={isEnding}
          onClick={onEnd}
        >
          {sayAccount(locale, "sessions.end")}
        </button>
      )}
    </li>
  );
}
