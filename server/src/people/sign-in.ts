import { emailSchema, type SignIn } from "@otklik/shared/people/account";
import type { OrganisationOwed } from "@otklik/shared/people/sign-in";
import { and, eq, isNotNull, or } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { people } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { offerOrganisations } from "../sign-in/offer-organisations";
import { type Entered, enterByPassword, type KnownPerson, passwordMark } from "./enter-by-password";
import type { Passwords } from "./passwords";
import { recordSignInAttempts } from "./record-sign-in-attempts";
import { INSTALLATION_ID } from "./secrets";
import type { Visit } from "./visit";

const REFUSALS = ["wrong-credentials", "access-ended"] as const;
const NOBODY: PersonKey = { orgId: INSTALLATION_ID, personId: INSTALLATION_ID };

/**
 * So many organisations may know one address before the time that an answer takes tells how many they are. Every
 * sign-in pays for it, but none for more organisations than there are.
 */
const ALIKE_UP_TO = 4;

/** Whose password was looked at. */
interface Account extends KnownPerson {
  readonly isShutOut: boolean;
}

/**
 * Signs a person in by e-mail and password, unless they have chosen that a code is owed as well, or have the same
 * password in several organisations: then they say in which.
 *
 * @throws RegisterError `wrong-credentials`, after as many looks at a password whether the e-mail is known or not,
 *   and to how many organisations up to four; `access-ended` when the password is right and is nobody's but theirs who were shut
 *   out; `too-many-requests` after too many of either
 */
export async function signIn(
  deps: Deps,
  passwords: Passwords,
  input: SignIn,
  visit: Visit,
): Promise<Entered | { readonly owed: OrganisationOwed }> {
  const [person, ...others] = await findByPassword(deps, passwords, input, visit);
  if (person !== undefined && others.length > 0)
    return { owed: await offerOrganisations(deps, [person, ...others]) };
  const entered = person === undefined ? null : await enterByPassword(deps, person, visit);
  if (entered === null) throw new RegisterError("wrong-credentials");
  return entered;
}

/** Whose e-mail and password these are: never nobody, and nobody who was shut out. */
async function findByPassword(
  deps: Deps,
  passwords: Passwords,
  input: SignIn,
  visit: Visit,
): Promise<KnownPerson[]> {
  const email = emailSchema.safeParse(input.email).data ?? "";
  return deps.limits.signInByAddress.countMisses(visit.address, REFUSALS, () =>
    deps.limits.signInByEmail.countMisses(email, REFUSALS, async () => {
      const [found, alike] = await Promise.all([findPeople(deps, email), looksAlike(deps)]);
      const right: Account[] = [];
      // In turn, so that one who signs in takes one place of those who are hashed for at once.
      for (const { passwordHash, ...person } of found) {
        if ((await passwords.matches(passwordHash, input.password)) && passwordHash !== null)
          right.push({ ...person, mark: passwordMark(passwordHash) });
      }
      for (let looks = found.length; looks < alike; looks++) await passwords.matches(null, input.password);
      const open = right.filter(({ isShutOut }) => !isShutOut);
      if (open.length > 0) return open.map(({ orgId, personId, mark }) => ({ orgId, personId, mark }));
      rememberRefusal(deps, found, right, visit);
      // Told to nobody but who knows the password: whoever else asks learns nothing of the address.
      throw new RegisterError(right.length > 0 ? "access-ended" : "wrong-credentials");
    }),
  );
}

/** At how many passwords every sign-in looks at least: the installation's own people may have the address as well. */
async function looksAlike({ across }: Deps): Promise<number> {
  const organisations = await across.organisationIds();
  return Math.min(organisations.length + 1, ALIKE_UP_TO);
}

async function findPeople(deps: Deps, email: string) {
  const known = await deps.across.accountsByEmail(email);
  // Of an unknown address nobody is looked up, and it takes as long.
  const keys = known.length > 0 ? known : [NOBODY];
  const orgs = keys.map(({ orgId }) => orgId);
  return deps.tenants.read(orgs, (tx) =>
    tx
      .select({
        orgId: people.orgId,
        personId: people.id,
        passwordHash: people.passwordHash,
        isShutOut: isNotNull(people.disabledAt).mapWith(Boolean),
      })
      .from(people)
      .where(or(...keys.map((key) => and(eq(people.orgId, key.orgId), eq(people.id, key.personId)))))
      .orderBy(people.orgId),
  );
}

/** Beside the answer: a known address must not be told by the time that writing takes. */
function rememberRefusal(
  deps: Deps,
  found: readonly PersonKey[],
  right: readonly PersonKey[],
  visit: Visit,
): void {
  if (found.length === 0) return;
  const at = deps.now();
  const isRight = ({ orgId }: PersonKey) => right.some((person) => person.orgId === orgId);
  const wrong = found.filter((person) => !isRight(person));
  deps.tenants
    .within(
      found.map(({ orgId }) => orgId),
      async (tx) => {
        await recordSignInAttempts(tx, wrong, { method: "password", succeeded: false, at }, visit);
        await recordSignInAttempts(tx, right, { method: "shut_out", succeeded: false, at }, visit);
      },
    )
    .catch((error: unknown) => deps.log.error({ err: error }, "a failed sign-in was not written down"));
}
