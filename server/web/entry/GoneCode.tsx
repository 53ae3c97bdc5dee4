import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";

/** A code that is out of date, decided already or unknown. */
export function GoneCode() {
  const locale = useLocale();
  return (
    <>
      <h1>{sayDesk(locale, "pair.expired")}</h1>
      <p>{sayDesk(locale, "pair.expired.detail")}</p>
      <p>
        <a class="button" href="/pair">
          {sayDesk(locale, "pair.another")}
        </a>
      </p>
    </>
  );
}
