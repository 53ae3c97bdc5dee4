import type { Deps } from "../deps";
import { createSetupLink } from "../people/create-setup-link";
import type { Passwords } from "../people/passwords";
import type { AdminCommand } from "./admin-command";
import { AdminRefusal } from "./admin-refusal";
import { createAdmin } from "./create-admin";
import { createPlatformAdmin } from "./create-platform-admin";
import { createToken } from "./create-token";
import { removePlatformAdmin } from "./remove-platform-admin";
import { turnOffSecondFactor } from "./turn-off-second-factor";

/**
 * Does what was asked on the server's own machine.
 *
 * @param readPassword read only when a password is needed
 * @returns what is to be printed, and nothing else: a link, a token, or one sentence of what was done
 * @throws AdminRefusal with one sentence
 */
export async function runAdmin(
  deps: Deps,
  passwords: Passwords,
  command: AdminCommand,
  readPassword: () => Promise<string>,
): Promise<string> {
  switch (command.verb) {
    case "setup-link":
      return makeSetupLink(deps);
    case "create":
      await createAdmin(deps, passwords, { ...command, password: await readPassword() });
      return `${command.email} signs in at ${deps.env.publicUrl}.`;
    case "platform-create":
      await createPlatformAdmin(deps, passwords, { ...command, password: await readPassword() });
      return `${command.email} signs in at ${deps.env.publicUrl} and makes organisations there.`;
    case "platform-remove":
      await removePlatformAdmin(deps, command.email);
      return `${command.email} is shut out.`;
    case "second-factor-off":
      await turnOffSecondFactor(deps, command.email);
      return `${command.email} signs in without a second factor; passkeys are removed.`;
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
