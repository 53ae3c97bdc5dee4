import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import { EntryFrame } from "./EntryFrame";
import { useSession } from "./Session";
import { SetUpForm } from "./SetUpForm";
import { isSpentLink } from "./spent-link";
import { useLinkSecret } from "./use-link-secret";

/** The page behind the link that the server's first start prints. */
export function SetUp() {
  const { secret, nth } = useLinkSecret();
  return secret === null ? <NoLink what="none" /> : <OpenedLink key={nth} token={secret} />;
}

/** Sets up, once. */
function OpenedLink({ token }: { token: string }) {
  const locale = useLocale();
  const { ask } = useSession();
  const [link, setLink] = useState<"asking" | "open" | Failure>("asking");
  usePageTitle(sayDesk(locale, "setUp.title"));

  const look = async () => {
    setLink("asking");
    const outcome = await ask(({ api }) => api.setup.lookup.$post({ json: { token } }));
    setLink(outcome.kind === "done" ? "open" : outcome);
  };
  useEffect(() => void look(), []);

  if (link === "asking") return <Waiting />;
  if (link !== "open" && isSpentLink(link)) return <NoLink what="used" />;
  return (
    <EntryFrame>
      <h1>{sayDesk(locale, "setUp.title")}</h1>
      {link === "open" ? (
        <>
          <p>{sayDesk(locale, "setUp.intro")}</p>
          <SetUpForm token={token} onSpent={setLink} />
        </>
      ) : (
        <FailureNote failure={link} onRetry={() => void look()} />
      )}
    </EntryFrame>
  );
}

/** There is nothing to set up by it: says why, and leads to the sign-in. */
function NoLink({ what }: { what: "none" | "used" }) {
  const locale = useLocale();
  usePageTitle(sayDesk(locale, "setUp.title"));
  return (
    <EntryFrame>
      <h1>{sayDesk(locale, `setUp.${what}`)}</h1>
      <p>{sayDesk(locale, `setUp.${what}.detail`)}</p>
      <p>
        <a class="button button-main" href="/sign-in">
          {sayDesk(locale, "signIn.title")}
        </a>
      </p>
    </EntryFrame>
  );
}
