import { emailSchema, type SignIn } from "@otklik/shared/people/account";
import { eq } from "drizzle-orm";
import { people } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import type { Attempts } from "./attempts";
import type { Passwords } from "./passwords";
import { type StartedSession, startSession } from "./start-session";

/** One person may belong to several organisations with one address. */
const ORGANISATIONS_OF_ONE = 5;

export interface SignInGuards {
  readonly passwords: Passwords;
  /** Wrong passwords for one e-mail address. */
  readonly byEmail: Attempts;
  /** Wrong passwords from one network address. */
  readonly byAddress: Attempts;
}

/**
 * Signs a person in.
 *
 * @param address network address of the browser's connection
 * @throws RegisterError `wrong-credentials`, after the same time whether the e-mail is known or
 *   not; `too-many-requests` after too many wrong ones
 */
export async function signIn(
  deps: Deps,
  guards: SignInGuards,
  input: SignIn,
  address: string,
): Promise<StartedSession> {
  const email = emailSchema.safeParse(input.email).data ?? "";
  return guards.byAddress.countMisses(address, "wrong-credentials", () =>
    guards.byEmail.countMisses(email, "wrong-credentials", () =>
      signInAs(deps, guards.passwords, email, input.password),
    ),
  );
}

async function signInAs(
  deps: Deps,
  passwords: Passwords,
  email: string,
  password: string,
): Promise<StartedSession> {
  const found = await deps.db
    .select({ orgId: people.orgId, personId: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.email, email))
    .orderBy(people.orgId)
    .limit(ORGANISATIONS_OF_ONE);
  for (const { passwordHash, ...person } of found) {
    if (await passwords.matches(passwordHash, password)) {
      return deps.db.transaction((tx) => startSession(tx, person, deps.now()));
    }
  }
  if (found.length === 0) await passwords.matches(null, password);
  throw new RegisterError("wrong-credentials");
}
