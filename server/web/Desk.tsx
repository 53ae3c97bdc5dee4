import { useEffect } from "preact/hooks";
import { LocationProvider, Route, Router, useLocation } from "preact-iso";
import { AccountLinkPage } from "./entry/AccountLinkPage";
import { EntryFrame } from "./entry/EntryFrame";
import { ForgottenPassword } from "./entry/ForgottenPassword";
import { Pair } from "./entry/Pair";
import { SessionProvider } from "./entry/Session";
import { SetUp } from "./entry/SetUp";
import { SignIn } from "./entry/SignIn";
import { CommandCentre } from "./keyboard/CommandCentre";
import { sayDesk } from "./messages/index";
import { Announcer } from "./parts/Announcer";
import { lazyPage } from "./parts/lazy-page";
import { PageGuard } from "./parts/PageGuard";
import { isReadablePath } from "./parts/readable-path";
import { useHeadingFocus } from "./parts/use-heading-focus";
import { usePageTitle } from "./parts/use-page-title";
import { Preferences, useLocale } from "./preferences/Preferences";
import { Register } from "./register/Register";

/** Loaded when somebody goes there: most people at the desk never do. */
const Settings = lazyPage(async () => ({ Page: (await import("./settings/Settings")).Settings }));
const PeoplePage = lazyPage(async () => ({ Page: (await import("./people/PeoplePage")).PeoplePage }));
const LogPage = lazyPage(async () => ({ Page: (await import("./log/LogPage")).LogPage }));
const AccountPage = lazyPage(async () => ({ Page: (await import("./account/AccountPage")).AccountPage }));
const OrganisationsPage = lazyPage(async () => ({
  Page: (await import("./organisations/OrganisationsPage")).OrganisationsPage,
}));
const TaskPage = lazyPage(async () => ({ Page: (await import("./task/TaskPage")).TaskPage }));
const DatesPage = lazyPage(async () => ({ Page: (await import("./complaint/print/DatesPage")).DatesPage }));

/** The whole page, with what holds everywhere. */
export function Desk() {
  return (
    <Preferences>
      <PageGuard>
        <SessionProvider>
          <Announcer>
            <LocationProvider>
              <CommandCentre>
                <Screens />
              </CommandCentre>
            </LocationProvider>
          </Announcer>
        </SessionProvider>
      </PageGuard>
    </Preferences>
  );
}

/** The screen of the address. The router itself breaks on one that cannot be decoded. */
function Screens() {
  const { path } = useLocation();
  useHeadingFocus();
  if (!isReadablePath(path)) return <NotFound />;
  return (
    <Router>
      <Route path="/" component={Home} />
      <Route path="/sign-in" component={SignIn} />
      <Route path="/setup" component={SetUp} />
      <Route path="/invitation" component={AccountLinkPage} />
      <Route path="/new-password" component={AccountLinkPage} />
      <Route path="/forgotten-password" component={ForgottenPassword} />
      <Route path="/pair" component={Pair} />
      <Route path="/complaints/:id/dates" component={DatesPage} />
      <Route path="/complaints/:id?" component={Register} />
      <Route path="/settings/:page?" component={Settings} />
      <Route path="/people/:id?" component={PeoplePage} />
      <Route path="/log" component={LogPage} />
      <Route path="/organisations" component={OrganisationsPage} />
      <Route path="/task" component={TaskPage} />
      <Route path="/account" component={AccountPage} />
      <Route default component={NotFound} />
    </Router>
  );
}

function Home() {
  const { route } = useLocation();
  useEffect(() => route("/complaints", true), []);
  return null;
}

function NotFound() {
  const locale = useLocale();
  usePageTitle(sayDesk(locale, "notFound.title"));
  return (
    <EntryFrame>
      <h1>{sayDesk(locale, "notFound.title")}</h1>
      <p>
        <a class="button" href="/complaints">
          {sayDesk(locale, "notFound.toComplaints")}
        </a>
      </p>
    </EntryFrame>
  );
}
