import type { SignInToOrganisation } from "@otklik/shared/people/sign-in";
import { z } from "zod";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { type Entered, enterByPassword } from "../people/enter-by-password";
import { INSTALLATION_ID } from "../people/secrets";
import type { Visit } from "../people/visit";
import { takeStep } from "./sign-in-steps";

const keptSchema = z.array(z.object({ orgId: z.string(), personId: z.string(), mark: z.string() }));

/**
 * Signs whoever has given a password that is right in several organisations in to the one they have chosen.
 *
 * @throws RegisterError `sign-in-step-over` alike for a step that is unknown, too old or used, for an organisation
 *   that was not offered, and where the password was changed or the person shut out meanwhile
 */
export async function signInToOrganisation(
  deps: Deps,
  { step, organisation }: SignInToOrganisation,
  visit: Visit,
): Promise<Entered> {
  const kept = await deps.tenants.within(INSTALLATION_ID, (tx) =>
    takeStep(tx, { orgId: INSTALLATION_ID, kind: "organisation", secret: step }, deps.now()),
  );
  const known = kept === null ? [] : keptSchema.parse(JSON.parse(kept.data));
  const person = known.find(({ orgId }) => orgId === organisation);
  const entered = person === undefined ? null : await enterByPassword(deps, person, visit);
  if (entered === null) throw new RegisterError("sign-in-step-over");
  return entered;
}
