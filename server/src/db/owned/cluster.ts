import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { access, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { StartRefusal } from "../../start-refusal";
import { type Binaries, findBinaries } from "./binaries";
import { findOsUser, giveTo, type OsUser } from "./os-user";

const run = promisify(execFile);

/** The files of a PostgreSQL that the server owns. */
export interface Cluster {
  /** PostgreSQL's data folder; it belongs to `user`. */
  readonly folder: string;
  /** Of the owner, made when the cluster was. */
  readonly password: string;
  readonly binaries: Binaries;
  readonly user: OsUser;
}

export const OWNER = "otklik_owner";

/** PostgreSQL's own variables of the person who starts the server must not reach it. */
export const PROGRAM_ENV = {
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  LC_ALL: "C",
  TZ: "UTC",
};

/**
 * The cluster below `home`, made when there is none yet. Call it under the folder's lock.
 *
 * @throws StartRefusal when PostgreSQL cannot run here or its files cannot be read
 */
export async function openCluster(home: string): Promise<Cluster> {
  const user = await findOsUser();
  const binaries = await findBinaries(user);
  if (!(await exists(home))) await createCluster(home, binaries, user);
  try {
    const password = (await readFile(path.join(home, "password"), "utf8")).trim();
    return { folder: path.join(home, "cluster"), password, binaries, user };
  } catch (error) {
    throw new StartRefusal(`The password of the database in ${home} cannot be read.`, { cause: error });
  }
}

/**
 * How PostgreSQL is told its folder. A user that may not pass through the folders above (a checkout
 * below /root) reaches it all the same as the folder that it was started in.
 */
export function folderArgument(cluster: Pick<Cluster, "folder" | "user">): string {
  return process.platform === "linux" && cluster.user.uid !== undefined ? "/proc/self/cwd" : cluster.folder;
}

/** Made aside and then renamed: a half-made cluster is never taken for one. */
async function createCluster(home: string, binaries: Binaries, user: OsUser): Promise<void> {
  const aside = `${home}.new-${randomUUID()}`;
  const folder = path.join(aside, "cluster");
  const passwordFile = path.join(aside, "password");
  await mkdir(folder, { recursive: true, mode: 0o755 });
  try {
    await writeFile(passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
    await giveTo(user, passwordFile);
    await giveTo(user, folder);
    const flags = [
      "--pgdata",
      folderArgument({ folder, user }),
      "--pwfile=../password",
      `--username=${OWNER}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // PostgreSQL's own collation: it does not change with the system's libraries, so indexes stay right.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ];
    await run(binaries.initdb, flags, { ...user, cwd: folder, env: PROGRAM_ENV });
    await rename(aside, home);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message.trim().split("\n").at(-1) : String(error);
    throw new StartRefusal(`The database cannot be made in ${home} (${reason}).`, { cause: error });
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
