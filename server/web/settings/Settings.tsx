import "./zod-without-eval";
import type { Session } from "@otklik/shared/people/account";
import type { ComponentType } from "preact";
import { useLocation, useRoute } from "preact-iso";
import { SignedIn } from "../entry/SignedIn";
import { DeskHead } from "../frame/DeskHead";
import { useCommand } from "../keyboard/CommandCentre";
import { sayDesk } from "../messages/index";
import { saySettings } from "../messages/settings/index";
import { FailureNote } from "../parts/FailureNote";
import { useCurrentInSight } from "../parts/use-current-in-sight";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import { viewsFor } from "../register/views-for";
import { CalendarPage } from "./calendar/CalendarPage";
import { FilesPage } from "./calendar/files/FilesPage";
import { HoursPage } from "./hours/HoursPage";
import { PublishingPage } from "./recount/PublishingPage";
import { RegulationPage } from "./regulation/RegulationPage";
import { SitesPage } from "./sites/SitesPage";
import "./settings.css";
import "./calendar/calendar.css";
import "./hours/hours.css";
import { pageOf, SETTINGS_PAGES, type SettingsPage } from "./settings-pages";
import { type CalendarDesk, useCalendarDesk } from "./use-calendar-desk";

/** By what due dates are counted: the pages on the left, or above where it is narrow, the open one beside. */
export function Settings() {
  return <SignedIn>{(session) => <SignedInSettings session={session} />}</SignedIn>;
}

function SignedInSettings({ session }: { session: Session }) {
  const locale = useLocale();
  const { route } = useLocation();
  const page = pageOf(useRoute().params.page);
  // Here, so that a draft's history and a count go on from one page to another.
  const calendar = useCalendarDesk(session);
  const title = page === null ? sayDesk(locale, "notFound.title") : saySettings(locale, `page.${page}`);
  const pages = useCurrentInSight(page);
  usePageTitle(`${title} · ${saySettings(locale, "title")}`);
  useCommand("view_newest", () => route("/complaints"));
  useCommand("view_mine", () => route("/complaints?view=mine"));
  useCommand("view_overdue", () => route("/complaints?view=overdue"));
  useCommand(
    "view_awaiting_decision",
    viewsFor(session.person.roles).includes("awaiting_decision")
      ? () => route("/complaints?view=awaiting_decision")
      : null,
  );
  return (
    <div class="desk">
      <a class="skip" href="#settings">
        {saySettings(locale, "skipToPage")}
      </a>
      <DeskHead session={session} />
      <div class="settings">
        <nav class="views" ref={pages} aria-label={saySettings(locale, "title")}>
          <ul class="plain-list">
            <li>
              <a class="view settings-back" href="/complaints">
                {saySettings(locale, "toComplaints")}
              </a>
            </li>
            {pagesFor(session).map((each) => (
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
          {page !== null && <PageBody page={page} session={session} calendar={calendar} />}
        </main>
      </div>
    </div>
  );
}

/** How sites are read is shown to those who may see it. */
function pagesFor({ permissions }: Session): SettingsPage[] {
  return SETTINGS_PAGES.filter((page) => page !== "sites" || permissions.includes("sites:read"));
}

const CALENDAR_PAGES = {
  calendar: CalendarPage,
  hours: HoursPage,
  files: FilesPage,
  publishing: PublishingPage,
} as const satisfies Record<
  Exclude<SettingsPage, "regulation" | "sites">,
  ComponentType<{ desk: CalendarDesk }>
>;

interface PageBodyProps {
  readonly page: SettingsPage;
  readonly session: Session;
  readonly calendar: ReturnType<typeof useCalendarDesk>;
}

function PageBody({ page, session, calendar }: PageBodyProps) {
  const locale = useLocale();
  if (page === "regulation") return <RegulationPage session={session} />;
  if (page === "sites") return <SitesPage session={session} />;
  const { desk, reload } = calendar;
  if (desk === null) return <Waiting lines={12} />;
  if ("kind" in desk) {
    return <FailureNote failure={desk} title={saySettings(locale, "failed")} onRetry={() => void reload()} />;
  }
  const Page = CALENDAR_PAGES[page];
  return <Page desk={desk} />;
}
