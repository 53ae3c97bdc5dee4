import { emailSchema, type SignIn } from "@otklik/shared/people/account";
import type { CodeOwed } from "@otklik/shared/people/sign-in";
import { and, eq, isNull, or } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { people } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { oweCode } from "../sign-in/owe-code";
import type { Passwords } from "./passwords";
import { recordSignInAttempts } from "./record-sign-in-attempts";
import { INSTALLATION_ID } from "./secrets";
import { type StartedSession, startSession } from "./start-session";
import type { Visit } from "./visit";

/** One person may belong to several organisations with one address. */
const ORGANISATIONS_OF_ONE = 5;
const NOBODY: PersonKey = { orgId: INSTALLATION_ID, personId: INSTALLATION_ID };

/**
 * Signs a person in by e-mail and password, unless they have chosen that a code is owed as well.
 *
 * @throws RegisterError as `findByPassword`
 */
export async function signIn(
  deps: Deps,
  passwords: Passwords,
  input: SignIn,
  visit: Visit,
): Promise<{ readonly session: StartedSession } | { readonly owed: CodeOwed }> {
  const person = await findByPassword(deps, passwords, input, visit);
  return deps.tenants.within(person.orgId, async (tx) => {
    const owed = await oweCode(tx, person, deps.now());
    return owed === null
      ? { session: await startSession(tx, person, deps.now(), "password", visit) }
      : { owed };
  });
}

/**
 * Whose e-mail and password these are.
 *
 * @throws RegisterError `wrong-credentials`, after one look at a password whether the e-mail is known or
 *   not; `too-many-requests` after too many wrong ones
 */
export async function findByPassword(
  deps: Deps,
  passwords: Passwords,
  input: SignIn,
  visit: Visit,
): Promise<PersonKey> {
  const email = emailSchema.safeParse(input.email).data ?? "";
  return deps.limits.signInByAddress.countMisses(visit.address, "wrong-credentials", () =>
    deps.limits.signInByEmail.countMisses(email, "wrong-credentials", async () => {
      const found = await findPeople(deps, email);
      for (const { orgId, personId, passwordHash } of found) {
        if (await passwords.matches(passwordHash, input.password)) return { orgId, personId };
      }
      if (found.length === 0) await passwords.matches(null, input.password);
      rememberMiss(deps, found, visit);
      throw new RegisterError("wrong-credentials");
    }),
  );
}

async function findPeople(deps: Deps, email: string) {
  const known = (await deps.across.peopleByEmail(email)).slice(0, ORGANISATIONS_OF_ONE);
  // Of an unknown address nobody is looked up, and it takes as long.
  const keys = known.length > 0 ? known : [NOBODY];
  const orgs = keys.map(({ orgId }) => orgId);
  return deps.tenants.read(orgs, (tx) =>
    tx
      .select({ orgId: people.orgId, personId: people.id, passwordHash: people.passwordHash })
      .from(people)
      .where(
        and(
          or(...keys.map((key) => and(eq(people.orgId, key.orgId), eq(people.id, key.personId)))),
          isNull(people.disabledAt),
        ),
      )
      .orderBy(people.orgId),
  );
}

/** Beside the answer: a known address must not be told by the time that writing takes. */
function rememberMiss(deps: Deps, found: readonly PersonKey[], visit: Visit): void {
  if (found.length === 0) return;
  const attempt = { method: "password", succeeded: false, at: deps.now() } as const;
  deps.tenants
    .within(
      found.map(({ orgId }) => orgId),
      (tx) => recordSignInAttempts(tx, found, attempt, visit),
    )
    .catch((error: unknown) => deps.log.error({ err: error }, "a failed sign-in was not written down"));
}
