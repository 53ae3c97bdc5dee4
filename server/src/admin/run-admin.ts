import type { Deps } from "../deps";
import { createSetupLink } from "../people/create-setup-link";
import type { Passwords } from "../people/passwords";
import type { AdminCommand } from "./admin-command";
import { AdminRefusal } from "./admin-refusal";
import { createAdmin } from "./create-admin";
import { createPlatformAdmin } from "./create-platform-admin";
import { createToken } from "./create-token";
import { turnOffSecondFactor } from "./turn-off-second-factor";

/**
 * Does what was asked on the server's own machine.
 *
 * @param readPassword read only when a password is needed
 * @returns what is to be printed, and nothing else; null when nothing is
 * @throws AdminRefusal with one sentence
 */
export async function runAdmin(
  deps: Deps,
  passwords: Passwords,
  command: AdminCommand,
  readPassword: () => Promise<string>,
): Promise<string | null> {
  switch (command.verb) {
    case "setup-link":
      return makeSetupLink(deps);
    case "create":
      await createAdmin(deps, passwords, { ...command, password: await readPassword() });
      return null;
    case "platform-create":
      await createPlatformAdmin(deps, passwords, { ...command, password: await readPassword() });
      return null;
    case "second-factor-off":
      await turnOffSecondFactor(deps, command.email);
      return null;
    case "token":
      return createToken(deps, command);
  }
}

async function makeSetupLink(deps: Deps): Promise<string> {
  if (await deps.across.hasOrganisation()) {
    throw new AdminRefusal("It is set up already: make another admin by create, or a token by token.");
  }
  return (await createSetupLink(deps)).url;
}
