import type { Session } from "@otklik/shared/people/account";
import { PLATFORM_ROLE } from "@otklik/shared/people/roles";
import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { useCommand, useGiveCommand } from "../keyboard/CommandCentre";
import { type Command, KEYS } from "../keyboard/commands";
import { sayDesk } from "../messages/index";
import { sayKeyboard } from "../messages/keyboard/index";
import { sayPlaces } from "../messages/places/index";
import { Dialog } from "../parts/Dialog";
import { FailureNote } from "../parts/FailureNote";
import { THEMES, usePreferences } from "../preferences/Preferences";
import { Brand } from "./Brand";
import { LanguageChoice } from "./LanguageChoice";
import { addressOf, isOpenTo, type Place } from "./places";
import { ThemeChoice } from "./ThemeChoice";

/** Of the organisation, beneath what due dates are counted by. */
const IN_MENU = ["organisations", "sites", "people", "log"] as const satisfies readonly Place[];

/** Whose register it is, who is signed in, and the choices that hold everywhere. */
export function DeskHead({ session }: { session: Session }) {
  const { locale, theme, setLocale, setTheme } = usePreferences();
  const { route } = useLocation();
  const { signOut } = useSession();
  const give = useGiveCommand();
  const [failure, setFailure] = useState<Failure | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  const leave = async () => setFailure(await signOut());

  const closeMenu = () => menu.current?.hidePopover();
  const giveFromMenu = (command: Command) => {
    // First, so that the focus is back on the menu's button when a dialog takes it.
    closeMenu();
    give(command);
  };

  const { permissions } = session;
  const goTo = (place: Place) => (isOpenTo(permissions, place) ? () => route(addressOf(place)) : null);
  useCommand("settings_calendar", goTo("calendar"));
  useCommand("settings_hours", goTo("hours"));
  useCommand("settings_files", goTo("files"));
  useCommand("settings_publishing", goTo("publishing"));
  useCommand("settings_regulation", goTo("regulation"));
  useCommand("sites", goTo("sites"));
  useCommand("organisations", goTo("organisations"));
  useCommand("people", goTo("people"));
  useCommand("log", goTo("log"));
  useCommand("account", goTo("account"));
  useCommand("pair", permissions.includes("device:approve") ? () => route("/pair") : null);
  useCommand("change_language", () => setLocale(locale === "ru" ? "en" : "ru"));
  useCommand("change_theme", () => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto"));
  useCommand("sign_out", () => void leave());

  return (
    <header class="desk-head">
      <Brand />
      <span class="organisation">
        {/* The installation is no organisation: its name is the product's, which stands beside. */}
        {session.person.roles.includes(PLATFORM_ROLE) || <bdi>{session.organisation.name}</bdi>}
      </span>
      <LanguageChoice />
      <button type="button" class="menu-button" popovertarget="desk-menu">
        <bdi>{session.person.name}</bdi>
      </button>
      <div class="menu" id="desk-menu" popover="auto" ref={menu}>
        {session.person.roles.includes(PLATFORM_ROLE) || (
          <p class="menu-organisation">
            <bdi>{session.organisation.name}</bdi>
          </p>
        )}
        <p class="muted">{session.person.email}</p>
        <ThemeChoice />
        <button type="button" class="menu-item" onClick={() => giveFromMenu("palette")}>
          {sayKeyboard(locale, "command.palette")} <kbd>{KEYS.palette}</kbd>
        </button>
        <button type="button" class="menu-item" onClick={() => giveFromMenu("help")}>
          {sayDesk(locale, "keyboard")} <kbd>{KEYS.help}</kbd>
        </button>
        {isOpenTo(permissions, "calendar") && (
          <a class="menu-item menu-group" href={addressOf("calendar")} onClick={closeMenu}>
            {sayDesk(locale, "settings")}
          </a>
        )}
        {IN_MENU.filter((place) => isOpenTo(permissions, place)).map((place) => (
          <a class="menu-item" key={place} href={addressOf(place)} onClick={closeMenu}>
            {sayPlaces(locale, `page.${place}`)}
          </a>
        ))}
        {isOpenTo(permissions, "account") && (
          <a class="menu-item menu-group" href={addressOf("account")} onClick={closeMenu}>
            {sayPlaces(locale, "page.account")}
          </a>
        )}
        {permissions.includes("device:approve") && (
          <a class="menu-item" href="/pair">
            {sayDesk(locale, "pairExtension")}
          </a>
        )}
        <button type="button" class="menu-item" onClick={() => giveFromMenu("sign_out")}>
          {sayDesk(locale, "signOut")}
        </button>
      </div>
      {failure && (
        <Dialog title={sayDesk(locale, "signOut")} onClose={() => setFailure(null)}>
          <FailureNote failure={failure} onRetry={() => void leave()} />
        </Dialog>
      )}
    </header>
  );
}
