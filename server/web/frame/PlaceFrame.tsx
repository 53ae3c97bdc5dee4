import type { Session } from "@otklik/shared/people/account";
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { useCommand } from "../keyboard/CommandCentre";
import { sayPlaces } from "../messages/places/index";
import { useCurrentInSight } from "../parts/use-current-in-sight";
import { useLocale } from "../preferences/Preferences";
import { viewsFor } from "../register/views-for";
import { DeskHead } from "./DeskHead";
import { addressOf, isOpenTo, PLACE_GROUP_NAMES, PLACE_GROUPS, type Place } from "./places";
import "../settings/settings.css";

interface PlaceFrameProps {
  readonly session: Session;
  /** Null when the address names no page. */
  readonly place: Place | null;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The pages beside the register: their links on the left, or above where it is narrow, the open one beside. */
export function PlaceFrame({ session, place, title, children }: PlaceFrameProps) {
  const locale = useLocale();
  const { route } = useLocation();
  const links = useCurrentInSight(place);
  const readsComplaints = session.permissions.includes("complaint:read");
  const goTo = (address: string) => (readsComplaints ? () => route(address) : null);
  useCommand("view_newest", goTo("/complaints"));
  useCommand("view_mine", goTo("/complaints?view=mine"));
  useCommand("view_overdue", goTo("/complaints?view=overdue"));
  useCommand(
    "view_awaiting_decision",
    viewsFor(session.person.roles).includes("awaiting_decision")
      ? () => route("/complaints?view=awaiting_decision")
      : null,
  );
  return (
    <div class="desk">
      <a class="skip" href="#settings">
        {sayPlaces(locale, "skipToPage")}
      </a>
      <DeskHead session={session} />
      <div class="settings">
        <nav class="views" ref={links} aria-label={sayPlaces(locale, "label")}>
          <div class="place-groups">
            {readsComplaints && (
              <a class="view settings-back" href="/complaints">
                {sayPlaces(locale, "toComplaints")}
              </a>
            )}
            {PLACE_GROUP_NAMES.map((group) => (
              <PlaceGroupLinks key={group} group={group} session={session} current={place} />
            ))}
          </div>
        </nav>
        <main class="settings-page" id="settings" tabIndex={-1} key={place}>
          <h1>{title}</h1>
          {children}
        </main>
      </div>
    </div>
  );
}

interface PlaceGroupLinksProps {
  readonly group: keyof typeof PLACE_GROUPS;
  readonly session: Session;
  readonly current: Place | null;
}

/** Nothing at all where none of the group's pages is open to the person. */
function PlaceGroupLinks({ group, session, current }: PlaceGroupLinksProps) {
  const locale = useLocale();
  const places: readonly Place[] = PLACE_GROUPS[group];
  const open = places.filter((place) => isOpenTo(session.permissions, place));
  if (open.length === 0) return null;
  return (
    <div class="place-group">
      <p class="place-group-name" id={`places-${group}`}>
        {sayPlaces(locale, `group.${group}`)}
      </p>
      <ul class="plain-list" aria-labelledby={`places-${group}`}>
        {open.map((place) => (
          <li key={place}>
            <a class="view" href={addressOf(place)} aria-current={place === current ? "page" : undefined}>
              {sayPlaces(locale, `page.${place}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
