import type { Locale } from "@otklik/shared/people/locale";
import type { Person } from "@otklik/shared/people/people";
import { sayRoles } from "./say-roles";

/** Those in whose name, address or roles every word of the search stands, whatever its case; all for an empty one. */
export function findPeople(locale: Locale, people: readonly Person[], search: string): Person[] {
  const words = fold(locale, search).split(/\s+/).filter(Boolean);
  return people.filter(({ name, email, roles }) => {
    const text = fold(locale, `${name} ${email} ${sayRoles(locale, roles)}`);
    return words.every((word) => text.includes(word));
  });
}

/** In Russian, е is often typed where ё is. */
function fold(locale: Locale, text: string): string {
  return text.normalize("NFKC").toLocaleLowerCase(locale).replaceAll("ё", "е");
}
