import type { Deps } from "../deps";

const HOUR_MS = 3_600_000;

/**
 * Removes, at once and then every hour, halves of files that a server was killed over an hour ago while it took them.
 * Younger ones may be another server's work.
 *
 * @returns ends it
 */
export function startTidying(deps: Pick<Deps, "files" | "log" | "now">): () => void {
  const tidy = () => {
    deps.files
      .forgetUnfinished(new Date(deps.now().getTime() - HOUR_MS))
      .catch((error: unknown) => deps.log.warn({ err: error }, "unfinished files were not removed"));
  };
  tidy();
  const timer = setInterval(tidy, HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}
