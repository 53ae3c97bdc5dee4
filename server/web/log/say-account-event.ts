import type { ComplaintEventKind } from "@otklik/shared/complaint/vocabulary";
import type { Locale } from "@otklik/shared/people/locale";
import type { PeopleEvent } from "@otklik/shared/people/people-events";
import type { Reading } from "../complaint/dates/say-end";
import { sayLog } from "../messages/log/index";
import { formatInstant } from "../parts/format-when";
import { sayRoles } from "../people/say-roles";

/** Told of people, and not of a complaint as well: those are said where the complaint's history is. */
export type AccountEvent = Exclude<PeopleEvent, { readonly kind: ComplaintEventKind }>;

/** An event of people and their accounts in words; who did it stands beside it. */
export function sayAccountEvent(locale: Locale, event: AccountEvent, { zone, now }: Reading): string {
  const { kind, data } = event;
  const when = (instant: string) => formatInstant(locale, instant, zone, now);
  switch (kind) {
    case "organisation_created":
      return sayLog(locale, `people.${kind}`, { name: data.name, zone: data.zone });
    case "person_invited":
      return sayLog(locale, `people.${kind}`, {
        name: data.person.name,
        email: data.email,
        roles: sayRoles(locale, data.roles),
      });
    case "person_joined":
      return sayLog(locale, `people.${kind}`, {
        name: data.person.name,
        roles: sayRoles(locale, data.roles),
      });
    case "person_renamed":
      return sayLog(locale, `people.${kind}`, { name: data.person.name, before: data.before });
    case "roles_changed":
      return sayLog(locale, `people.${kind}`, {
        name: data.person.name,
        before: sayRoles(locale, data.before),
        after: sayRoles(locale, data.after),
      });
    case "person_shut_out":
    case "password_changed":
    case "password_reset":
    case "second_factor_disabled":
      return withEnded(locale, sayLog(locale, `people.${kind}`, { name: data.person.name }), data);
    case "identity_removed":
      return withEnded(
        locale,
        sayLog(locale, `people.${kind}`, { name: data.person.name, issuer: data.issuer }),
        data,
      );
    case "account_link_issued":
      return sayLog(locale, `people.${kind}.${data.purpose}`, {
        name: data.person.name,
        when: when(data.expiresAt),
      });
    case "recovery_code_used":
      return sayLog(locale, `people.${kind}`, { name: data.person.name, count: data.left });
    case "passkey_added":
    case "passkey_removed":
      return sayLog(locale, `people.${kind}`, { name: data.person.name, passkey: data.name });
    case "identity_linked":
      return sayLog(locale, `people.${kind}`, { name: data.person.name, issuer: data.issuer });
    case "sessions_revoked":
    case "devices_revoked":
    case "passkeys_removed":
      return sayLog(locale, `people.${kind}`, { name: data.person.name, count: data.count });
    case "pairing_approved":
    case "pairing_refused":
      return sayLog(locale, `people.${kind}`, { device: data.deviceName });
    case "device_paired":
    case "device_revoked":
      return sayLog(locale, `people.${kind}`, { name: data.person.name, device: data.name });
    default:
      return sayLog(locale, `people.${kind}`, { name: data.person.name });
  }
}

/** How much of what gave access; lines of before do not tell all of it. */
interface Ended {
  readonly sessions?: number | undefined;
  readonly devices?: number | undefined;
  readonly passkeys?: number | undefined;
  readonly secondFactor?: boolean | undefined;
}

/** What ended by it; nothing is said of what there was none of. */
function withEnded(
  locale: Locale,
  what: string,
  { sessions = 0, devices = 0, passkeys = 0, secondFactor = false }: Ended,
): string {
  const ended = [
    ...(sessions > 0 ? [sayLog(locale, "ended.sessions", { count: sessions })] : []),
    ...(devices > 0 ? [sayLog(locale, "ended.devices", { count: devices })] : []),
    ...(passkeys > 0 ? [sayLog(locale, "ended.passkeys", { count: passkeys })] : []),
    ...(secondFactor ? [sayLog(locale, "ended.secondFactor")] : []),
  ];
  return ended.length === 0 ? what : sayLog(locale, "detail", { what, detail: ended.join(", ") });
}
