import { OWN_REGULATION, type Regulation } from "@otklik/shared/deadline/regulation/regulation";
import type { Locale } from "@otklik/shared/people/locale";
import { sayRegulation } from "../../messages/regulation/index";

/** A version as people call it, to stand within a sentence. */
export function sayVersion(locale: Locale, { name, version }: Pick<Regulation, "name" | "version">): string {
  return name === OWN_REGULATION
    ? sayRegulation(locale, "version.own", { version })
    : sayRegulation(locale, "version.model", { name, version });
}
