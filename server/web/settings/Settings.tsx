import type { Session } from "@otklik/shared/people/account";
import { useLocation, useRoute } from "preact-iso";
import { SignedIn } from "../entry/SignedIn";
import { DeskHead } from "../frame/DeskHead";
import { useCommand } from "../keyboard/CommandCentre";
import { sayDesk } from "../messages/index";
import { saySettings } from "../messages/settings/index";
import { usePageTitle } from "../parts/use-page-title";
import { useLocale } from "../preferences/Preferences";
import { RegulationPage } from "./regulation/RegulationPage";
import "./settings.css";
import { pageOf, SETTINGS_PAGES, type SettingsPage } from "./settings-pages";

/** By what due dates are counted: the pages on the left, or above where it is narrow, the open one beside. */
export function Settings() {
  return <SignedIn>{(session) => <SignedInSettings session={session} />}</SignedIn>;
}

function SignedInSettings({ session }: { session: Session }) {
  const locale = useLocale();
  const { route } = useLocation();
  const page = pageOf(useRoute().params.page);
  const title = page === null ? sayDesk(locale, "notFound.title") : saySettings(locale, `page.${page}`);
  usePageTitle(`${title} · ${saySettings(locale, "title")}`);
  useCommand("view_newest", () => route("/complaints"));
  useCommand("view_mine", () => route("/complaints?view=mine"));
  useCommand("view_overdue", () => route("/complaints?view=overdue"));
  return (
    <div class="desk">
      <a class="skip" href="#settings">
        {saySettings(locale, "skipToPage")}
      </a>
      <DeskHead session={session} />
      <div class="settings">
        <nav class="views" aria-label={saySettings(locale, "title")}>
          <ul class="plain-list">
            <li>
              <a class="view settings-back" href="/complaints">
                {saySettings(locale, "toComplaints")}
              </a>
            </li>
            {SETTINGS_PAGES.map((each) => (
              <li key={each}>
                <a class="view" href={`/settings/${each}`} aria-current={each === page ? "page" : undefined}>
                  {saySettings(locale, `page.${each}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main class="settings-page" id="settings" tabIndex={-1} key={page}>
          <h1>{title}</h1>
          {page !== null && <PageBody page={page} session={session} />}
        </main>
      </div>
    </div>
  );
}

function PageBody({ page, session }: { page: SettingsPage; session: Session }) {
  if (page === "regulation") return <RegulationPage session={session} />;
  return null;
}
