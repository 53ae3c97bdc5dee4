import { LOCALES } from "@otklik/shared/people/locale";
import { sayDesk } from "../messages/index";
import { usePreferences } from "../preferences/Preferences";

/** Each language is named in itself, so that whoever needs it can read it. */
export function LanguageChoice() {
  const { locale, setLocale } = usePreferences();
  return (
    <fieldset class="choice">
      <legend class="hidden">{sayDesk(locale, "language")}</legend>
      {LOCALES.map((each) => (
        <label class="choice-option" key={each}>
          <input
            type="radio"
            name="language"
            value={each}
            checked={each === locale}
            onChange={() => setLocale(each)}
          />
          <span lang={each}>{sayDesk(locale, `language.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
