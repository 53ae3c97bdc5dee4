import { sayDesk } from "../messages/index";
import { THEMES, usePreferences } from "../preferences/Preferences";

/** By day, by night, or as the machine has it. */
export function ThemeChoice() {
  const { locale, theme, setTheme } = usePreferences();
  return (
    <label class="theme-choice">
      <span>{sayDesk(locale, "theme")}</span>
      <select
        value={theme}
        onChange={(event) => {
          const chosen = THEMES.find((each) => each === event.currentTarget.value);
          if (chosen) setTheme(chosen);
        }}
      >
        {THEMES.map((each) => (
          <option value={each} key={each}>
            {sayDesk(locale, `theme.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
