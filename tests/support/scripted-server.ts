import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** One request as it came over the wire. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** Null when the body is not JSON. */
  readonly json: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
}

/** `hang-up` ends the connection after the request was read: the client never learns what came of it. */
export type Script = (request: Received) => Answer | "hang-up" | Promise<Answer | "hang-up">;

export interface ScriptedServer {
  readonly origin: string;
  /** All requests so far, in their order. */
  readonly received: Received[];
  /** Those of one method and path. */
  to(method: string, path: string): Received[];
  answer(script: Script): void;
}

/** A real HTTP server on this machine that answers as a test says, until the test ends. */
export async function scriptedServer(script: Script): Promise<ScriptedServer> {
  let current = script;
  const received: Received[] = [];
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const path = request.url ?? "";
    const one = { method: request.method ?? "", path, headers: request.headers, bytes, json: parsed(bytes) };
    received.push(one);
    const answer = await current(one);
    if (answer === "hang-up") {
      response.destroy();
      return;
    }
    const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? null);
    const hasBody = answer.status !== 204 && answer.status !== 304;
    response.writeHead(answer.status, { "Content-Type": "application/json", ...answer.headers });
    response.end(hasBody ? body : undefined);
  };
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    to: (method, path) => received.filter((one) => one.method === method && one.path === path),
    answer: (next) => {
      current = next;
    },
  };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}
