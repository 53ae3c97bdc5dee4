import type { CodeOwed } from "@otklik/shared/people/sign-in";
import type { PersonKey } from "../db/across";
import type { Deps } from "../deps";
import { oweCode } from "../sign-in/owe-code";
import { holdPerson } from "./hold-person";
import { hashSecret } from "./secrets";
import { type StartedSession, startSession } from "./start-session";
import type { Visit } from "./visit";

/** Who has given the right password. */
export interface KnownPerson extends PersonKey {
  /** Of the password that was given, as `passwordMark` makes it. */
  readonly mark: string;
}

export type Entered = { readonly session: StartedSession } | { readonly owed: CodeOwed };

/** Tells one password of a person from their next one, and nothing else of it. */
export function passwordMark(passwordHash: string): string {
  return hashSecret(passwordHash).toString("base64url");
}

/**
 * Signs in who has given the right password, unless they have chosen that a code is owed as well.
 *
 * @returns null when they were given another password or shut out since it was looked at
 */
export async function enterByPassword(
  deps: Deps,
  person: KnownPerson,
  visit: Visit,
): Promise<Entered | null> {
  return deps.tenants.within(person.orgId, async (tx) => {
    const held = await holdPerson(tx, person, "share");
    if (held === null || held.passwordHash === null) return null;
    if (passwordMark(held.passwordHash) !== person.mark) return null;
    const owed = await oweCode(tx, person, deps.now());
    return owed === null
      ? { session: await startSession(tx, person, deps.now(), "password", visit) }
      : { owed };
  });
}
