import type { Deps } from "../deps";
import { RegisterError } from "../errors";

const PATIENCE_MS = 2_000;

/** Returns when the database has answered. @throws RegisterError `unavailable` when it has not within two seconds */
export async function reachDatabase(deps: Deps): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new RegisterError("unavailable", { retryAfterSeconds: 2 })), PATIENCE_MS);
  });
  try {
    await Promise.race([deps.across.reach(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
