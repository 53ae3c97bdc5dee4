import { execFile } from "node:child_process";
import { chown } from "node:fs/promises";
import { promisify } from "node:util";
import { StartRefusal } from "../../start-refusal";

const run = promisify(execFile);

/** Under whom PostgreSQL runs, as `spawn` takes it; empty when it is the server's own user. */
export interface OsUser {
  readonly uid?: number;
  readonly gid?: number;
}

const NAME = "postgres";

/**
 * PostgreSQL refuses to run as root: then the system's user `postgres` is taken, or made.
 *
 * @throws StartRefusal when root cannot make one
 */
export async function findOsUser(): Promise<OsUser> {
  if (process.getuid?.() !== 0) return {};
  const existing = await idsOf(NAME);
  if (existing !== null) return existing;
  try {
    await run("useradd", [
      "--system",
      "--user-group",
      "--no-create-home",
      "--shell",
      "/usr/sbin/nologin",
      NAME,
    ]);
  } catch (error) {
    // Two servers may make it at once: what counts is that it is there.
    const made = await idsOf(NAME);
    if (made !== null) return made;
    throw new StartRefusal(
      "PostgreSQL does not run as root and the system user postgres cannot be made: start the server as an ordinary user, or set DATABASE_URL.",
      { cause: error },
    );
  }
  return (await idsOf(NAME)) ?? {};
}

/** Gives a file or folder to that user; does nothing when it is the server's own. */
export async function giveTo(user: OsUser, file: string): Promise<void> {
  if (user.uid !== undefined && user.gid !== undefined) await chown(file, user.uid, user.gid);
}

async function idsOf(name: string): Promise<OsUser | null> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}
