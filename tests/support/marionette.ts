import { connect, type Socket } from "node:net";
import { until } from "./until";

/** A function that runs in the browser and answers with plain data. It sees nothing around it. */
type Script<Arguments extends unknown[], Result> = (...args: Arguments) => Promise<Result> | Result;

/** The protocol by which Firefox is driven: length, colon, JSON. */
export interface Marionette {
  send(command: string, parameters?: Record<string, unknown>): Promise<unknown>;
  /** Runs in the page that is open. */
  inPage<Arguments extends unknown[], Result>(
    script: Script<Arguments, Result>,
    ...args: Arguments
  ): Promise<Result>;
  /** Runs with the browser's own rights, in its own window. */
  inBrowser<Arguments extends unknown[], Result>(
    script: Script<Arguments, Result>,
    ...args: Arguments
  ): Promise<Result>;
  close(): void;
}

type Answer = readonly [
  type: 1,
  id: number,
  error: { error: string; message: string } | null,
  result: unknown,
];

/** Connects to a Firefox that was started with `--marionette` and opens a session. */
export async function openMarionette(port: number): Promise<Marionette> {
  const socket = await until("Firefox to listen", () => dial(port));
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  onMessages(socket, (message) => {
    if (!isAnswer(message)) return;
    const [, id, error, result] = message;
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error === null) caller?.resolve(result);
    else caller?.reject(new Error(`${error.error}: ${error.message}`));
  });
  socket.on("close", () => {
    for (const caller of waiting.values()) caller.reject(new Error("Firefox has ended"));
    waiting.clear();
  });

  const send = (command: string, parameters: Record<string, unknown> = {}) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });

  const run = async <Arguments extends unknown[], Result>(
    script: Script<Arguments, Result>,
    args: Arguments,
    sandbox: "system" | null,
  ): Promise<Result> => {
    const answer = await send("WebDriver:ExecuteAsyncScript", {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${script.toString()})(...[...arguments].slice(0, -1))).then(
          (value) => done({ value }),
          (error) => done({ error: String(error) + "\\n" + (error?.stack ?? "") }),
        );`,
      args,
      sandbox,
      newSandbox: false,
    });
    const { value } = answer as { value: { value: Result } | { error: string } };
    if ("error" in value) throw new Error(value.error);
    return value.value;
  };

  await send("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } });
  await send("WebDriver:SetTimeouts", { script: 60_000, pageLoad: 60_000 });
  return {
    send,
    inPage: (script, ...args) => run(script, args, null),
    async inBrowser(script, ...args) {
      await send("Marionette:SetContext", { value: "chrome" });
      try {
        return await run(script, args, "system");
      } finally {
        await send("Marionette:SetContext", { value: "content" });
      }
    },
    close: () => socket.destroy(),
  };
}

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.once("error", reject);
  });
}

function onMessages(socket: Socket, take: (message: unknown) => void): void {
  let buffer = Buffer.alloc(0);
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(":");
      if (colon < 0) return;
      const end = colon + 1 + Number(buffer.subarray(0, colon));
      if (buffer.length < end) return;
      take(JSON.parse(buffer.subarray(colon + 1, end).toString()));
      buffer = buffer.subarray(end);
    }
  });
}

function isAnswer(message: unknown): message is Answer {
  return Array.isArray(message) && message[0] === 1 && typeof message[1] === "number";
}
