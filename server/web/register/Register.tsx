import type { Session } from "@otklik/shared/people/account";
import { useEffect, useRef } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { ComplaintPane } from "../complaint/ComplaintPane";
import { SignedIn } from "../entry/SignedIn";
import { DeskHead } from "../frame/DeskHead";
import { addressOf, isOpenTo } from "../frame/places";
import { useCommand } from "../keyboard/CommandCentre";
import { sayDesk } from "../messages/index";
import { useCurrentInSight } from "../parts/use-current-in-sight";
import { usePageTitle } from "../parts/use-page-title";
import { useLocale } from "../preferences/Preferences";
import { ComplaintList } from "./ComplaintList";
import { type ListAddress, readAddress, writeAddress } from "./list-address";
import { SearchField } from "./SearchField";
import { useComplaintList } from "./use-complaint-list";
import { viewsFor } from "./views-for";

/** Views on the left, the list in the middle, the complaint on the right; where it is narrow, one at a time. */
export function Register() {
  return (
    <SignedIn>
      {(session) =>
        isOpenTo(session.permissions, "organisations") ? (
          <ToOrganisations />
        ) : (
          <SignedInRegister session={session} />
        )
      }
    </SignedIn>
  );
}

/** Whoever looks after the installation has no register: their page is another. */
function ToOrganisations() {
  const { route } = useLocation();
  useEffect(() => route(addressOf("organisations"), true), []);
  return null;
}

function SignedInRegister({ session }: { session: Session }) {
  const locale = useLocale();
  const { query, route } = useLocation();
  const address = readAddress(query, useRoute().params.id);
  const { view, search, openId } = address;
  const list = useComplaintList(view, search);
  const listPane = useRef<HTMLElement>(null);
  const { zone } = session.organisation;
  const views = viewsFor(session.person.roles);
  const viewLinks = useCurrentInSight(view);

  const go = (change: Partial<ListAddress>, replace = false) =>
    route(writeAddress({ ...address, ...change }), replace);
  const focusRows = () => listPane.current?.querySelector<HTMLElement>(".row")?.focus();

  const viewName = sayDesk(locale, `view.${view}`);
  usePageTitle(openId === null ? `${sayDesk(locale, "complaints.title")}: ${viewName}` : null);
  useCommand("back", openId === null ? null : () => go({ openId: null }));
  useCommand("view_newest", () => go({ view: "newest", openId: null }));
  useCommand("view_mine", () => go({ view: "mine", openId: null }));
  useCommand("view_overdue", () => go({ view: "overdue", openId: null }));
  useCommand(
    "view_awaiting_decision",
    views.includes("awaiting_decision") ? () => go({ view: "awaiting_decision", openId: null }) : null,
  );

  const count = list.listed?.rows.length ?? 0;
  const isMore = (list.listed?.cursor ?? null) !== null;
  return (
    <div class="desk">
      <a class="skip" href="#complaints">
        {sayDesk(locale, "skipToList")}
      </a>
      <DeskHead session={session} />
      <div class={openId === null ? "register" : "register register-open"}>
        <nav class="views" ref={viewLinks} aria-label={sayDesk(locale, "view.label")}>
          <ul class="plain-list">
            {views.map((each) => (
              <li key={each}>
                <a
                  class="view"
                  href={writeAddress({ view: each, search, openId: null })}
                  aria-current={each === view ? "page" : undefined}
                >
                  {sayDesk(locale, `view.${each}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main class="panes" id="complaints" tabIndex={-1}>
          <section class="list-pane" ref={listPane} aria-label={sayDesk(locale, "complaints.title")}>
            {openId === null && (
              <h1 class="hidden">
                {sayDesk(locale, "complaints.title")}: {viewName}
              </h1>
            )}
            <SearchField
              search={search}
              onSearch={(text) => go({ search: text }, true)}
              onLeave={focusRows}
            />
            <p class="hidden" role="status">
              {list.listed !== null &&
                count > 0 &&
                sayDesk(locale, isMore ? "list.foundMore" : "list.found", { count })}
            </p>
            <ComplaintList
              {...list}
              address={address}
              zone={zone}
              hrefOf={(id) => writeAddress({ ...address, openId: id })}
              onReload={() => void list.reload()}
              onReadMore={() => void list.readMore()}
            />
          </section>
          <section class="complaint-pane">
            {openId === null ? (
              <div class="empty">
                <p class="empty-title">{sayDesk(locale, "list.choose")}</p>
                <p class="muted">{sayDesk(locale, "list.choose.detail")}</p>
              </div>
            ) : (
              <ComplaintPane
                id={openId}
                key={openId}
                session={session}
                backHref={writeAddress({ ...address, openId: null })}
                onChanged={list.replace}
              />
            )}
          </section>
        </main>
      </div>
    </div>
  );
}
