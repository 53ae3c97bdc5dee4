import { type Logger, pino } from "pino";
import { readEnv } from "./env";
import { createLog } from "./log";
import { serve } from "./serve";
import { StartRefusal } from "./start-refusal";

/**
 * Logs go to the error stream, so that what is printed for people stays readable; many lines in one
 * write, since a write for each costs as much as a tenth of a request.
 */
const destination = pino.destination({ fd: 2, sync: false, minLength: 8_192, periodicFlush: 250 });
const log = createLog(destination);

/** What is printed for the person who started it. */
function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const starting = serve(env, log);
  stopOnSignals(async () => (await starting).close(), log);
  const server = await starting;
  print(`Otklik is ready at ${env.publicUrl}`);
  if (server.setupLink !== null) {
    print("Nobody uses it yet. Set it up within 15 minutes, once:", server.setupLink);
  }
  // Whoever started it as a child process goes on when it is ready.
  process.send?.("ready");
}

function stopOnSignals(close: () => Promise<void>, logger: Logger): void {
  let isStopping = false;
  const stop = (reason: string, exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ reason }, "stopping");
    void close()
      .catch((error: unknown) => logger.error({ err: error }, "did not stop cleanly"))
      .finally(() => exit(exitCode));
  };
  process.on("SIGTERM", () => stop("SIGTERM", 0));
  process.on("SIGINT", () => stop("SIGINT", 0));
  process.on("SIGHUP", () => stop("SIGHUP", 0));
  process.on("unhandledRejection", (error) => logger.error({ err: error }, "nobody waited for this failure"));
  process.on("uncaughtException", (error) => {
    logger.fatal({ err: error }, "a defect ends the server");
    stop("a defect", 1);
  });
}

function exit(code: number): void {
  destination.flushSync();
  process.exit(code);
}

main().catch((error: unknown) => {
  if (error instanceof StartRefusal) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, "the server cannot start");
  exit(1);
});
