import type { Session } from "@otklik/shared/people/account";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { useCommand, useGiveCommand } from "../keyboard/CommandCentre";
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
  const leave = async () => setFailure(await signOut());

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
      <details class="menu">
        <summary>
          <bdi>{session.person.name}</bdi>
        </summary>
        <div class="menu-body">
          <p class="muted">{session.person.email}</p>
          <ThemeChoice />
          <button type="button" class="menu-item" onClick={() => give("palette")}>
            {sayDesk(locale, "command.palette")} <kbd>Ctrl K</kbd>
          </button>
          <button type="button" class="menu-item" onClick={() => give("help")}>
            {sayDesk(locale, "keyboard")} <kbd>?</kbd>
          </button>
          <a class="menu-item" href="/pair">
            {sayDesk(locale, "pairExtension")}
          </a>
          <button type="button" class="menu-item" onClick={() => void leave()}>
            {sayDesk(locale, "signOut")}
          </button>
        </div>
      </details>
      {failure && (
        <Dialog title={sayDesk(locale, "signOut")} onClose={() => setFailure(null)}>
          <FailureNote failure={failure} onRetry={() => void leave()} />
        </Dialog>
      )}
    </header>
  );
}
