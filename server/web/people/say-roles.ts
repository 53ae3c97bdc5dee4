import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { Locale } from "@otklik/shared/people/locale";
import { ROLES, type Role } from "@otklik/shared/people/roles";

/** Roles in words, in the order of the table and whatever order they came in: "Head, Administrator". */
export function sayRoles(locale: Locale, roles: readonly Role[]): string {
  const held = ROLES.filter((role) => roles.includes(role));
  return held.map((role) => sayComplaint(locale, `role.${role}`)).join(", ");
}
