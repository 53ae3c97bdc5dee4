import type { Session } from "@otklik/shared/people/account";
import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { useCommand, useGiveCommand } from "../keyboard/CommandCentre";
import { type Command, KEYS } from "../keyboard/commands";
import { sayDesk } from "../messages/index";
import { Dialog } from "../parts/Dialog";
import { FailureNote } from "../parts/FailureNote";
import { THEMES, usePreferences } from "../preferences/Preferences";
import { Brand } from "./Brand";
import { LanguageChoice } from "./LanguageChoice";
import { ThemeChoice } from "./ThemeChoice";

/** Whose register it is, who is signed in, and the choices that hold everywhere. */
export function DeskHead({ session }: { session: Session }) {
  const { locale, theme, setLocale, setTheme } = usePreferences();
  const { route } = useLocation();
  const { signOut } = useSession();
  const give = useGiveCommand();
  const [failure, setFailure] = useState<Failure | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  const leave = async () => setFailure(await signOut());

  const giveFromMenu = (command: Command) => {
    // First, so that the focus is back on the menu's button when a dialog takes it.
    menu.current?.hidePopover();
    give(command);
  };

  useCommand("settings_calendar", () => route("/settings/calendar"));
  useCommand("settings_hours", () => route("/settings/hours"));
  useCommand("settings_files", () => route("/settings/files"));
  useCommand("settings_publishing", () => route("/settings/publishing"));
  useCommand("settings_regulation", () => route("/settings/regulation"));
  useCommand("pair", () => route("/pair"));
  useCommand("change_language", () => setLocale(locale === "ru" ? "en" : "ru"));
  useCommand("change_theme", () => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto"));
  useCommand("sign_out", () => void leave());

  return (
    <header class="desk-head">
      <Brand />
      <span class="organisation">
        <bdi>{session.organisation.name}</bdi>
      </span>
      <LanguageChoice />
      <button type="button" class="menu-button" popovertarget="desk-menu">
        <bdi>{session.person.name}</bdi>
      </button>
      <div class="menu" id="desk-menu" popover="auto" ref={menu}>
        <p class="muted">{session.person.email}</p>
        <ThemeChoice />
        <button type="button" class="menu-item" onClick={() => giveFromMenu("palette")}>
          {sayDesk(locale, "command.palette")} <kbd>{KEYS.palette}</kbd>
        </button>
        <button type="button" class="menu-item" onClick={() => giveFromMenu("help")}>
          {sayDesk(locale, "keyboard")} <kbd>{KEYS.help}</kbd>
        </button>
        <a class="menu-item" href="/settings/calendar" onClick={() => menu.current?.hidePopover()}>
          {sayDesk(locale, "settings")}
        </a>
        <a class="menu-item" href="/pair">
          {sayDesk(locale, "pairExtension")}
        </a>
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
