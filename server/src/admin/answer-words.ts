import { type AdminCommand, readAdminCommand, USAGE, UsageError } from "./admin-command";
import { AdminRefusal } from "./admin-refusal";

/** What the command leaves behind: what it prints, what it says on the error stream, and its exit status. */
export interface Answered {
  readonly printed: string;
  readonly said: string;
  readonly status: 0 | 1 | 2;
}

const HELP = ["--help", "-h"];

/**
 * Answers the words of `pnpm admin …`. Prints what was asked for and nothing else; a refusal is one sentence on the
 * error stream.
 *
 * @param run does it; what it throws beside an AdminRefusal is a defect and goes on
 */
export async function answerWords(
  words: readonly string[],
  run: (command: AdminCommand) => Promise<string>,
): Promise<Answered> {
  if (words[0] === "help" || words.some((word) => HELP.includes(word)))
    return { printed: `${USAGE}\n`, said: "", status: 0 };
  try {
    return { printed: `${await run(readAdminCommand(words))}\n`, said: "", status: 0 };
  } catch (error) {
    if (error instanceof UsageError) return { printed: "", said: `${error.message}\n${USAGE}\n`, status: 2 };
    if (error instanceof AdminRefusal) return { printed: "", said: `${error.message}\n`, status: 1 };
    throw error;
  }
}
