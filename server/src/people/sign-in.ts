import { emailSchema, type SignIn } from "@otklik/shared/people/account";
import { and, eq, isNull, or } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { people } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { type Entered, enterByPassword, type KnownPerson, passwordMark } from "./enter-by-password";
import type { Passwords } from "./passwords";
import { recordSignInAttempts } from "./record-sign-in-attempts";
import { INSTALLATION_ID } from "./secrets";
import type { Visit } from "./visit";

const NOBODY: PersonKey = { orgId: INSTALLATION_ID, personId: INSTALLATION_ID };

/**
 * Signs a person in by e-mail and password, unless they have chosen that a code is owed as well.
 *
 * @throws RegisterError `wrong-credentials`, after as many looks at a password whether the e-mail is known or not;
 *   `too-many-requests` after too many wrong ones
 */
export async function signIn(
  deps: Deps,
  passwords: Passwords,
  input: SignIn,
  visit: Visit,
): Promise<Entered> {
  const [person] = await findByPassword(deps, passwords, input, visit);
  const entered = person === undefined ? null : await enterByPassword(deps, person, visit);
  if (entered === null) throw new RegisterError("wrong-credentials");
  return entered;
}

/** Whose e-mail and password these are: never nobody. */
async function findByPassword(
  deps: Deps,
  passwords: Passwords,
  input: SignIn,
  visit: Visit,
): Promise<KnownPerson[]> {
  const email = emailSchema.safeParse(input.email).data ?? "";
  return deps.limits.signInByAddress.countMisses(visit.address, "wrong-credentials", () =>
    deps.limits.signInByEmail.countMisses(email, "wrong-credentials", async () => {
      const found = await findPeople(deps, email);
      const known: KnownPerson[] = [];
      for (const { orgId, personId, passwordHash } of found) {
        if ((await passwords.matches(passwordHash, input.password)) && passwordHash !== null)
          known.push({ orgId, personId, mark: passwordMark(passwordHash) });
      }
      if (found.length === 0) await passwords.matches(null, input.password);
      if (known.length > 0) return known;
      rememberMiss(deps, found, visit);
      throw new RegisterError("wrong-credentials");
    }),
  );
}

async function findPeople(deps: Deps, email: string) {
  const known = await deps.across.peopleByEmail(email);
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
