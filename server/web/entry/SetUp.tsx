import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
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

/** The page behind the link that the server's first start prints. */
export function SetUp() {
  const locale = useLocale();
  const { ask } = useSession();
  const token = useRoute().params.token ?? "";
  const [link, setLink] = useState<"asking" | "open" | Failure>("asking");
  usePageTitle(sayDesk(locale, "setUp.title"));

  const look = async () => {
    setLink("asking");
    const outcome = await ask(({ api }) => api.setup[":token"].$get({ param: { token } }));
    setLink(outcome.kind === "done" ? "open" : outcome);
  };
  useEffect(() => void look(), [token]);

  if (link === "asking") return <Waiting />;
  return (
    <EntryFrame>
      {link === "open" ? (
        <>
          <h1>{sayDesk(locale, "setUp.title")}</h1>
          <p>{sayDesk(locale, "setUp.intro")}</p>
          <SetUpForm token={token} onSpent={setLink} />
        </>
      ) : isSpentLink(link) ? (
        <>
          <h1>{sayDesk(locale, "setUp.used")}</h1>
          <p>{sayDesk(locale, "setUp.used.detail")}</p>
          <p>
            <a class="button button-main" href="/sign-in">
              {sayDesk(locale, "signIn.title")}
            </a>
          </p>
        </>
      ) : (
        <>
          <h1>{sayDesk(locale, "setUp.title")}</h1>
          <FailureNote failure={link} onRetry={() => void look()} />
        </>
      )}
    </EntryFrame>
  );
}
