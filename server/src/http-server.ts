import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createAdaptorServer } from "@hono/node-server";
import type { Env } from "./env";
import { protectAnswers } from "./http/protect-answers";
import { StartRefusal } from "./start-refusal";

type Fetch = Parameters<typeof createAdaptorServer>[0]["fetch"];

/** Times in milliseconds. */
type Limits = Readonly<
  Record<
    "headersTimeout" | "requestTimeout" | "keepAliveTimeout" | "maxRequestsPerSocket" | "maxConnections",
    number
  >
>;

/** Idle and crawling connections are cheap, but not endless. */
export const LIMITS: Limits = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  maxRequestsPerSocket: 1_000,
  maxConnections: 2_000,
};

const CLOSE_PATIENCE_MS = 10_000;

/** Why a server cannot listen, for the person who chose the address. */
const SENTENCES: Readonly<Record<string, (env: Env) => string>> = {
  EADDRINUSE: ({ host, port }) => `Port ${port} of ${host} is in use: stop what uses it, or set PORT.`,
  EACCES: ({ port }) => `Port ${port} needs more rights: set PORT to 1024 or above.`,
  EADDRNOTAVAIL: ({ host }) => `${host} is not an address of this machine: set HOST.`,
  ENOTFOUND: ({ host }) => `The host ${host} is not known: set HOST.`,
};

export interface HttpServer {
  /** Where it listens: told by the system when the settings ask for any port. */
  readonly port: number;
  /** Takes nothing new, and waits for what was begun: ten seconds at most. */
  close(): Promise<void>;
}

/**
 * Listens where the settings say.
 *
 * @param limits of connections
 * @throws StartRefusal with one sentence when the address cannot be had
 */
export async function listen(fetch: Fetch, env: Env, limits: Limits = LIMITS): Promise<HttpServer> {
  // A request without a host comes as far as the others, to be refused with the same headers.
  const server = createAdaptorServer({ fetch, serverOptions: { requireHostHeader: false } }) as Server;
  Object.assign(server, limits);
  protectAnswers(server, env.publicUrl);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const sentence = SENTENCES[error.code ?? ""];
      reject(sentence === undefined ? error : new StartRefusal(sentence(env), { cause: error }));
    });
    server.listen(env.port, env.host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  let isClosed = false;
  server.close(() => {
    isClosed = true;
  });
  const patientUntil = Date.now() + CLOSE_PATIENCE_MS;
  while (!isClosed && Date.now() < patientUntil) {
    // A connection that has its answer is idle from then on, but would stay open for the next request.
    server.closeIdleConnections();
    await wait(20);
  }
  server.closeAllConnections();
}
