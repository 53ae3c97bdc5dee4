import { BADGE_WINDOWS } from "@otklik/shared/badge/badge-window";
import { LOCALES, type Locale } from "@otklik/shared/people/locale";
import { useState } from "preact/hooks";
import { sayOptions } from "../messages/options";
import { changeSettings, type Settings } from "./settings";

interface Props {
  readonly locale: Locale;
  readonly settings: Settings;
}

const LOCALE_CHOICES = ["auto", ...LOCALES] as const;
const SCOPES = ["mine", "organisation"] as const;

/** Language, badge and notices. Every choice holds at once. */
export function DisplaySection({ locale, settings }: Props) {
  const [isSaved, setSaved] = useState(false);
  const change = (changed: Partial<Settings>) => void changeSettings(changed).then(() => setSaved(true));
  return (
    <section class="display" aria-labelledby="display-title">
      <h2 id="display-title">{sayOptions(locale, "settings.title")}</h2>
      <Choice
        id="language"
        label={sayOptions(locale, "settings.language")}
        choices={LOCALE_CHOICES}
        chosen={settings.locale}
        say={(choice) => sayOptions(locale, `settings.language.${choice}`)}
        onChoose={(choice) => change({ locale: choice })}
      />
      <Choice
        id="window"
        label={sayOptions(locale, "settings.window")}
        choices={BADGE_WINDOWS}
        chosen={settings.badgeWindow}
        say={(choice) => sayOptions(locale, `settings.window.${choice}`)}
        onChoose={(choice) => change({ badgeWindow: choice })}
      />
      <Choice
        id="scope"
        label={sayOptions(locale, "settings.scope")}
        choices={SCOPES}
        chosen={settings.badgeScope}
        say={(choice) => sayOptions(locale, `settings.scope.${choice}`)}
        onChoose={(choice) => change({ badgeScope: choice })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={settings.notifyParked}
          onChange={(event) => change({ notifyParked: event.currentTarget.checked })}
        />{" "}
        {sayOptions(locale, "settings.notifyParked")}
      </label>
      <p class="saved" role="status">
        {isSaved ? sayOptions(locale, "settings.saved") : ""}
      </p>
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Value[];
  readonly chosen: Value;
  readonly say: (choice: Value) => string;
  readonly onChoose: (choice: Value) => void;
}

function Choice<Value extends string>({ id, label, choices, chosen, say, onChoose }: ChoiceProps<Value>) {
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          const choice = choices.find((value) => value === event.currentTarget.value);
          if (choice !== undefined) onChoose(choice);
        }}
      >
        {choices.map((value) => (
          <option key={value} value={value}>
            {say(value)}
          </option>
        ))}
      </select>
    </div>
  );
}
