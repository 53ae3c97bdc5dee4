import "./zod-without-eval";
import type { Session } from "@otklik/shared/people/account";
import type { ComponentType } from "preact";
import { useRoute } from "preact-iso";
import { SignedIn } from "../entry/SignedIn";
import { ClosedPlace } from "../frame/ClosedPlace";
import { PlaceFrame } from "../frame/PlaceFrame";
import { isOpenTo } from "../frame/places";
import { sayDesk } from "../messages/index";
import { sayPlaces } from "../messages/places/index";
import { saySettings } from "../messages/settings/index";
import { FailureNote } from "../parts/FailureNote";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import { CalendarPage } from "./calendar/CalendarPage";
import { FilesPage } from "./calendar/files/FilesPage";
import { HoursPage } from "./hours/HoursPage";
import { PublishingPage } from "./recount/PublishingPage";
import { RegulationPage } from "./regulation/RegulationPage";
import { SitesPage } from "./sites/SitesPage";
import "./calendar/calendar.css";
import "./hours/hours.css";
import { pageOf, type SettingsPage } from "./settings-pages";
import { type CalendarDesk, useCalendarDesk } from "./use-calendar-desk";

/** By what due dates are counted, and how sites are read. */
export function Settings() {
  return <SignedIn>{(session) => <SignedInSettings session={session} />}</SignedIn>;
}

function SignedInSettings({ session }: { session: Session }) {
  const locale = useLocale();
  const page = pageOf(useRoute().params.page);
  // Here, so that a draft's history and a count go on from one page to another.
  const calendar = useCalendarDesk(session);
  const title = page === null ? sayDesk(locale, "notFound.title") : sayPlaces(locale, `page.${page}`);
  usePageTitle(`${title} · ${saySettings(locale, "title")}`);
  return (
    <PlaceFrame session={session} place={page} title={title}>
      {page !== null && <PageBody page={page} session={session} calendar={calendar} />}
    </PlaceFrame>
  );
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
  if (!isOpenTo(session.permissions, page)) return <ClosedPlace session={session} place={page} />;
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
