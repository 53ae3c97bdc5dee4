import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createTcpServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { buildConnector } from "undici";
import { afterEach, describe, expect, it } from "vitest";
import { createOutgoingFetch, OUTGOING_LIMITS, type OutgoingOptions } from "./outgoing-fetch";
import type { Connect } from "./pinned-agent";

const PUBLIC = "93.184.216.34";
const OTHER_PUBLIC = "8.8.8.8";
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "public.test": [PUBLIC],
  "other.test": [OTHER_PUBLIC],
  "private.test": ["10.0.0.7"],
  "loopback.test": ["127.0.0.1"],
  "localhost.": ["127.0.0.1"],
  "metadata.google.internal": ["169.254.169.254"],
  "mixed.test": [PUBLIC, "192.168.1.1"],
  "mixed-six.test": [PUBLIC, "::ffff:127.0.0.1"],
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<number> {
  return listening(createServer(listener));
}

async function listening(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** The internet of a test: the guard decides on public addresses, and their connections end at a server of the test. */
function internet(port: number, options: Partial<OutgoingOptions> = {}) {
  const dialled: { address: string; port: string; servername: string | undefined }[] = [];
  const dial = buildConnector({ timeout: 1_000 });
  const connect: Connect = (asked, callback) => {
    dialled.push({ address: asked.hostname, port: asked.port, servername: asked.servername });
    dial({ ...asked, protocol: "http:", hostname: "127.0.0.1", port: String(port) }, callback);
  };
  const resolve = async (name: string) => NAMES[name] ?? Promise.reject(new Error("no such name"));
  return { fetch: createOutgoingFetch({ resolve, connect, ...options }), dialled };
}

const notAllowed = { reason: "address-not-allowed" };
const couldNot = { reason: "could-not-fetch" };

describe("SSRF-04 what a name resolves to", () => {
  it.each([
    ["http://private.test/"],
    ["http://loopback.test/"],
    ["http://localhost./"],
    ["http://metadata.google.internal/"],
    ["http://mixed.test/"],
    ["http://mixed-six.test/"],
  ])("%s is refused before anything connects", async (address) => {
    const { fetch, dialled } = internet(1);
    await expect(fetch(address)).rejects.toMatchObject(notAllowed);
    expect(dialled).toEqual([]);
  });

  it("is asked once, and the connection goes to the address that was checked", async () => {
    const port = await serve((_request, answer) => answer.end("hello"));
    const answers = [[PUBLIC], ["127.0.0.1"]];
    let asked = 0;
    const { fetch, dialled } = internet(port, { resolve: async () => answers[asked++] ?? [] });
    const answer = await fetch("https://rebinding.test/");
    expect(await answer.text()).toBe("hello");
    expect(dialled).toEqual([{ address: PUBLIC, port: "", servername: "rebinding.test" }]);
    expect(asked).toBe(1);
  });

  it("that changes to a private address is refused at the next connection", async () => {
    const port = await serve((_request, answer) => answer.setHeader("connection", "close").end("hello"));
    const answers = [[PUBLIC], ["127.0.0.1"]];
    const { fetch, dialled } = internet(port, { resolve: async () => answers.shift() ?? [] });
    await fetch("http://rebinding.test/");
    await expect(fetch("http://rebinding.test/")).rejects.toMatchObject(notAllowed);
    expect(dialled).toHaveLength(1);
  });

  it("may be internal where the operator's settings name the origin", async () => {
    const port = await serve((_request, answer) => answer.end("keys"));
    const { fetch } = internet(port, { configured: ["https://private.test/realm"] });
    expect(await (await fetch("https://private.test/keys")).text()).toBe("keys");
    await expect(fetch("http://private.test/keys")).rejects.toMatchObject(notAllowed);
  });
});

describe("SSRF-05 a redirect", () => {
  async function redirecting(to: string, status = 302) {
    const seen: { url: string | undefined; authorization: string | undefined; cookie: string | undefined }[] =
      [];
    const port = await serve(({ url, headers }, answer) => {
      seen.push({ url, authorization: headers.authorization, cookie: headers.cookie });
      if (url === "/start") answer.writeHead(status, { location: to }).end();
      else if (url === "/round") answer.writeHead(302, { location: "/round" }).end();
      else answer.end("arrived");
    });
    return { ...internet(port), seen };
  }

  it.each([
    ["http://127.0.0.1/"],
    ["http://loopback.test/"],
    ["http://[::1]/"],
    ["http://public.test:22/"],
    ["file:///etc/passwd"],
    ["javascript:alert(1)"],
  ])("to %s is refused", async (to) => {
    const { fetch, seen } = await redirecting(to);
    await expect(fetch("http://public.test/start")).rejects.toMatchObject(notAllowed);
    expect(seen).toHaveLength(1);
  });

  it("from https to http is refused", async () => {
    const { fetch } = await redirecting("http://public.test/end");
    await expect(fetch("https://public.test/start")).rejects.toMatchObject(notAllowed);
  });

  it("is followed three times and not a fourth", async () => {
    const { fetch, seen } = await redirecting("/round");
    await expect(fetch("http://public.test/start")).rejects.toMatchObject(couldNot);
    expect(seen).toHaveLength(4);
  });

  it("to another host takes no secret along, to the same host it does", async () => {
    const secrets = { headers: { authorization: "Bearer secret", cookie: "a=secret" } };
    const away = await redirecting("http://other.test/end");
    await away.fetch("http://public.test/start", secrets);
    expect(away.seen.map(({ authorization, cookie }) => [authorization, cookie])).toEqual([
      ["Bearer secret", "a=secret"],
      [undefined, undefined],
    ]);
    const home = await redirecting("/end");
    await home.fetch("http://public.test/start", secrets);
    expect(home.seen.map(({ authorization }) => authorization)).toEqual(["Bearer secret", "Bearer secret"]);
  });

  it("of a request with a body is not sent on to another host", async () => {
    const { fetch, seen } = await redirecting("http://other.test/end", 307);
    const sending = fetch("http://public.test/start", { method: "POST", body: "secret" });
    await expect(sending).rejects.toMatchObject(couldNot);
    expect(seen).toHaveLength(1);
  });

  it("is given as it is to who asks for that", async () => {
    const { fetch } = await redirecting("http://127.0.0.1/");
    const answer = await fetch("http://public.test/start", { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "http://127.0.0.1/"]);
  });
});

describe("SSRF-07 an answer", () => {
  it("has five seconds to connect, fifteen in all, two megabytes and three redirects", () => {
    expect(OUTGOING_LIMITS).toEqual({ connectMs: 5_000, totalMs: 15_000, bytes: 2_097_152, redirects: 3 });
  });

  it.each([
    [2_097_152, true],
    [2_097_153, false],
    [10_485_760, false],
  ])("of %i bytes is read: %s", async (size, isRead) => {
    const port = await serve((_request, answer) => answer.end(Buffer.alloc(size)));
    const asked = internet(port).fetch("http://public.test/");
    if (isRead) expect((await (await asked).arrayBuffer()).byteLength).toBe(size);
    else await expect(asked).rejects.toMatchObject(couldNot);
  });

  it("that grows a thousandfold when it is inflated is given up", async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const port = await serve((_request, answer) =>
      answer.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
    );
    await expect(internet(port).fetch("http://public.test/")).rejects.toMatchObject(couldNot);
  });

  it.each([
    ["multiply", '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><r>&b;&b;&b;</r>'],
    ["are another file", '<!DOCTYPE r [<!ENTITY a SYSTEM "http://other.test/">]><r>&a;</r>'],
    ["are of this machine", '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>'],
  ])("of XML whose entities %s is the words that came: nothing is read into them", async (_what, xml) => {
    const port = await serve((_request, answer) =>
      answer.writeHead(200, { "content-type": "application/xml" }).end(xml),
    );
    const { fetch, dialled } = internet(port);
    expect(await (await fetch("http://public.test/")).text()).toBe(xml);
    expect(dialled).toHaveLength(1);
  });

  it("that is inflated does not say that it is not", async () => {
    const port = await serve((_request, answer) =>
      answer.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("hello")),
    );
    const answer = await internet(port).fetch("http://public.test/");
    expect([await answer.text(), answer.headers.get("content-encoding")]).toEqual(["hello", null]);
  });

  it.each([
    ["never ends, a byte at a time", (write: () => void) => setInterval(write, 20)],
    ["never begins", () => undefined],
  ])("that %s is given up in time", async (_rule, begin) => {
    const port = await serve((_request, answer) => {
      const timer = begin(() => answer.write("."));
      answer.on("close", () => clearInterval(timer));
    });
    const { fetch } = internet(port, { limits: { ...OUTGOING_LIMITS, totalMs: 200 } });
    await expect(fetch("http://public.test/")).rejects.toMatchObject(couldNot);
  });

  it("of a resolver that is silent is not waited for", async () => {
    const { fetch } = internet(1, {
      resolve: () => new Promise(() => {}),
      limits: { ...OUTGOING_LIMITS, connectMs: 50 },
    });
    await expect(fetch("http://public.test/")).rejects.toMatchObject(couldNot);
  });

  it("that arrives after its time to connect is another failure than one that is allowed more", async () => {
    const port = await serve((_request, answer) => answer.end("hello"));
    const slow = async () => {
      await wait(150);
      return [PUBLIC];
    };
    const hasty = internet(port, { resolve: slow, limits: { ...OUTGOING_LIMITS, connectMs: 20 } });
    await expect(hasty.fetch("http://public.test/")).rejects.toMatchObject(couldNot);
    expect((await internet(port, { resolve: slow }).fetch("http://public.test/")).status).toBe(200);
  });
});

describe("SSRF-08 a failure", () => {
  it("reads the same for a closed port, a name that is not there, a broken answer and a server that hangs up", async () => {
    const closed = await serve(() => {});
    for (const close of closing.splice(0)) close();
    const broken = await listening(createTcpServer((socket) => socket.end("SSH-2.0-OpenSSH\r\n")));
    const silent = await listening(createTcpServer((socket) => socket.destroy()));
    const failures = await Promise.all(
      [
        internet(closed).fetch("http://public.test/"),
        internet(closed).fetch("http://nowhere.test/"),
        internet(broken).fetch("http://public.test/"),
        internet(silent).fetch("http://public.test/"),
      ].map((asked) => asked.catch((error: Error) => `${error.name}: ${error.message}`)),
    );
    expect(new Set(failures)).toEqual(new Set(["OutgoingError: could-not-fetch"]));
  });

  it("of the other server is an answer with its status", async () => {
    const port = await serve((_request, answer) => answer.writeHead(500).end("stack"));
    expect((await internet(port).fetch("http://public.test/")).status).toBe(500);
  });

  it("of who called it off is a failure like the others", async () => {
    const port = await serve(() => {});
    const stopping = new AbortController();
    const asked = internet(port).fetch("http://public.test/", { signal: stopping.signal });
    stopping.abort();
    await expect(asked).rejects.toMatchObject(couldNot);
  });
});
