import { type ParseArgsConfig, parseArgs } from "node:util";
import { PERMISSIONS, type Permission } from "@otklik/shared/people/roles";

/** What is asked on the server's own machine. */
export type AdminCommand =
  | { readonly verb: "setup-link" }
  | {
      readonly verb: "create";
      readonly email: string;
      readonly name: string | undefined;
      readonly organisation: string | undefined;
      readonly zone: string | undefined;
    }
  | { readonly verb: "platform-create"; readonly email: string; readonly name: string | undefined }
  | { readonly verb: "platform-remove"; readonly email: string }
  | { readonly verb: "second-factor-off"; readonly email: string }
  | { readonly verb: "token"; readonly email: string; readonly scope: readonly Permission[] };

/** The words were wrong; the message says how. */
export class UsageError extends Error {}

export const USAGE = `Usage:
  pnpm admin setup-link
  pnpm admin create --email E --password-stdin [--name N] [--organisation O] [--zone Z]
  pnpm admin platform create --email E --password-stdin [--name N]
  pnpm admin platform remove --email E
  pnpm admin second-factor off --email E
  pnpm admin token --email E --scope S[,S…]`;

const CREATE_OPTIONS = {
  email: { type: "string" },
  "password-stdin": { type: "boolean" },
  name: { type: "string" },
  organisation: { type: "string" },
  zone: { type: "string" },
} as const;
const PLATFORM_OPTIONS = {
  email: { type: "string" },
  "password-stdin": { type: "boolean" },
  name: { type: "string" },
} as const;
const EMAIL_OPTION = { email: { type: "string" } } as const;
const TOKEN_OPTIONS = { email: { type: "string" }, scope: { type: "string" } } as const;

/** @throws UsageError with one sentence */
export function readAdminCommand(words: readonly string[]): AdminCommand {
  const [verb, ...rest] = words;
  switch (verb) {
    case "setup-link":
      optionsOf(rest, {});
      return { verb };
    case "create": {
      const options = optionsOf(rest, CREATE_OPTIONS);
      const email = required(options.email, "--email");
      requireStdin(options["password-stdin"]);
      const { name, organisation, zone } = options;
      return { verb, email, name, organisation, zone };
    }
    case "platform":
      return readPlatformCommand(rest);
    case "second-factor": {
      const [what, ...more] = rest;
      if (what !== "off") throw new UsageError("Say what to do: second-factor off.");
      const options = optionsOf(more, EMAIL_OPTION);
      return { verb: "second-factor-off", email: required(options.email, "--email") };
    }
    case "token": {
      const options = optionsOf(rest, TOKEN_OPTIONS);
      return {
        verb,
        email: required(options.email, "--email"),
        scope: required(options.scope, "--scope").split(",").map(toPermission),
      };
    }
    default:
      throw new UsageError(verb === undefined ? "Say what to do." : `There is no command ${verb}.`);
  }
}

function readPlatformCommand([what, ...words]: readonly string[]): AdminCommand {
  switch (what) {
    case "create": {
      const options = optionsOf(words, PLATFORM_OPTIONS);
      const email = required(options.email, "--email");
      requireStdin(options["password-stdin"]);
      return { verb: "platform-create", email, name: options.name };
    }
    case "remove":
      return { verb: "platform-remove", email: required(optionsOf(words, EMAIL_OPTION).email, "--email") };
    default:
      throw new UsageError("Say what to do: platform create or platform remove.");
  }
}

function optionsOf<const T extends NonNullable<ParseArgsConfig["options"]>>(words: string[], options: T) {
  try {
    return parseArgs({ args: words, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? `${error.message.replace(/\.$/, "")}.` : "Wrong options.");
  }
}

/** A password on the command line would stay in the shell's history. */
function requireStdin(given: boolean | undefined): void {
  if (given !== true) throw new UsageError("Give --password-stdin and the password on standard input.");
}

function required(value: string | undefined, option: string): string {
  if (value === undefined || value === "") throw new UsageError(`${option} is missing.`);
  return value;
}

function toPermission(word: string): Permission {
  const known = Object.keys(PERMISSIONS).find(
    (permission): permission is Permission => permission === word.trim(),
  );
  if (known === undefined) {
    throw new UsageError(`There is no scope ${word}; there are ${Object.keys(PERMISSIONS).join(", ")}.`);
  }
  return known;
}
