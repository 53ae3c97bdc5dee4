import { mayDo } from "@otklik/shared/people/roles";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../server/src/app";
import { routeNeedsOf } from "../../server/src/http/route-needs";
import { formatToken, newSecret } from "../../server/src/people/secrets";
import { ask, expectProblem } from "../support/ask";
import { useDeps } from "../support/deps";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestDevice,
  type TestPerson,
} from "../support/organisation";

/* How a caller is known, and by what it is not. */

const test = useDeps();
let person: TestPerson;
let device: TestDevice;

beforeAll(async () => {
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db), { roles: ["admin"] });
  device = await makeDevice(test.database.db, person);
});

describe("CORS", () => {
  const preflight = (what: string, origin: string, method: string) =>
    ask(test.app, `OPTIONS ${what}`, { headers: { origin, "access-control-request-method": method } });
  const NEW_EXTENSION = "chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba";

  it("CORS-01 lets a paired extension ask anything with its token, never with cookies", async () => {
    const answer = await preflight("/api/complaints", device.origin, "POST");
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "access-control-allow-origin": device.origin,
      "access-control-allow-methods": "GET, POST, PUT, DELETE",
      "access-control-allow-headers": "Accept-Language, Authorization, Content-Type, If-None-Match",
      vary: "Origin",
    });
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    const read = await ask(test.app, "GET /api/badge", { headers: device.headers });
    expect(read.headers.get("access-control-allow-origin")).toBe(device.origin);
  });

  it.each(["/api/pairings", "/api/pairings/token"])("CORS-01 lets any extension begin at %s", async (at) => {
    const answer = await preflight(at, NEW_EXTENSION, "POST");
    expect(answer.headers.get("access-control-allow-origin")).toBe(NEW_EXTENSION);
  });

  it.each([
    ["an odd method", "PATCH", "authorization"],
    ["a method that is none", "NONSENSE", ""],
    ["a method in other letters", "post", ""],
    ["an odd header", "POST", "authorization, x-http-method-override"],
    ["the cookie's header", "GET", "cookie"],
  ])("CORS-03 allows not even a paired extension %s", async (_what, method, headers) => {
    const answer = await ask(test.app, "OPTIONS /api/complaints", {
      headers: {
        origin: device.origin,
        "access-control-request-method": method,
        "access-control-request-headers": headers,
      },
    });
    expect(answer.status).toBe(204);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("CORS-03 allows a paired extension what it asks with, in whatever letters a browser writes it", async () => {
    const answer = await ask(test.app, "OPTIONS /api/complaints", {
      headers: {
        origin: device.origin,
        "access-control-request-method": "PUT",
        "access-control-request-headers": "accept-language,Authorization, content-type,if-none-match",
      },
    });
    expect(answer.headers.get("access-control-allow-origin")).toBe(device.origin);
  });

  it.each([
    ["an extension that is not paired", "/api/complaints", NEW_EXTENSION, "GET"],
    ["another method where pairing begins", "/api/pairings", NEW_EXTENSION, "DELETE"],
    ["a page", "/api/pairings", "https://evil.example", "POST"],
    ["the origin null", "/api/pairings", "null", "POST"],
    ["another port of this machine", "/api/badge", "http://localhost:9999", "GET"],
    ["a host that ends alike", "/api/badge", "https://evil.127.0.0.1", "GET"],
    ["a longer extension id", "/api/pairings", `${NEW_EXTENSION}a`, "POST"],
  ])("CORS-02 CORS-03 allows nothing to %s", async (_what, at, origin, method) => {
    const answer = await preflight(at, origin, method);
    expect(answer.status).toBe(204);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    const asked = await ask(test.app, `GET ${at}`, { headers: { origin } });
    expect(asked.headers.get("access-control-allow-origin")).toBeNull();
    expect(asked.headers.get("vary")).toBe("Origin");
  });
});

describe("CSRF-02 a token is no cookie, and a cookie no token", () => {
  /** Every route that asks who somebody is, such as `GET /api/badge`. */
  const closed = () =>
    [...routeNeedsOf(test.app.routes)]
      .filter(([, needs]) => needs !== null)
      .map(([route]) => route.replaceAll(/:\w+/g, "0199aaaa-0000-4000-8000-000000000000"));
  const statusesOf = async (headers: Record<string, string>) => {
    const seen = new Map<string, number>();
    for (const route of closed()) seen.set(route, (await ask(test.app, route, { headers })).status);
    return [...seen];
  };

  it.each<[string, (token: string, secret: string) => Record<string, string>]>([
    ["an extension's token as a cookie", (token) => ({ cookie: `otklik=${token}` })],
    ["a session's secret as a token", (_token, secret) => ({ authorization: `Bearer ${secret}` })],
    [
      "a wrong token beside a right cookie",
      (_token, secret) => ({ authorization: "Bearer x", cookie: `otklik=${secret}` }),
    ],
    [
      "an empty token beside a right cookie",
      (_token, secret) => ({ authorization: "", cookie: `otklik=${secret}` }),
    ],
    [
      "a session under another name",
      (_token, secret) => ({ cookie: `__Host-otklik=${secret}; session=${secret}` }),
    ],
  ])("%s is nobody, on every route", async (_what, headersOf) => {
    const { cookie } = await signIn(test.database.db, person);
    const headers = headersOf(device.token, cookie.slice("otklik=".length));
    const seen = await statusesOf({ ...headers, "sec-fetch-site": "same-origin" });
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.filter(([, status]) => status !== 401)).toEqual([]);
    // The same secrets where they belong are somebody's.
    expect((await ask(test.app, "GET /api/badge", { headers: { cookie } })).status).toBe(200);
    expect((await ask(test.app, "GET /api/badge", { headers: device.headers })).status).toBe(200);
  });

  it("a right token beside a right cookie is the extension, with its narrower rights", async () => {
    expect(mayDo(["admin"], "people:read")).toBe(true);
    const headers = { ...(await signIn(test.database.db, person)), ...device.headers };
    await expectProblem(await ask(test.app, "GET /api/people", { headers }), 403, "not-allowed");
  });
});

describe("AUTH-12 whose attempts are counted", () => {
  const claimOf = (n: number) => ({
    "x-forwarded-for": `1.2.3.${n}`,
    "x-real-ip": `1.2.3.${n}`,
    forwarded: `for=1.2.3.${n}`,
    "cf-connecting-ip": `1.2.3.${n}`,
    "true-client-ip": `1.2.3.${n}`,
  });
  /** Guesses one link more on a connection from this address, as one that claims to come from elsewhere each time. */
  const guess = async (app: typeof test.app, remoteAddress: string, n: number) => {
    const json = JSON.stringify({ token: newSecret() });
    const headers = { "content-type": "application/json", ...claimOf(n) };
    const asked = { method: "POST", headers, body: json };
    const incoming = { socket: { remoteAddress } };
    return (await app.request("http://127.0.0.1:8787/api/tasks/lookup", asked, { incoming })).status;
  };
  const guesses = async (app: typeof test.app, remoteAddress: string) => {
    const statuses: number[] = [];
    for (let n = 0; n < 32; n++) statuses.push(await guess(app, remoteAddress, n));
    return statuses;
  };

  it("those of the connection's own address, whatever headers it sends, and nobody else's", async () => {
    expect(await guesses(test.app, "203.0.113.7")).toEqual([...Array(30).fill(404), 429, 429]);
    expect(await guess(test.app, "203.0.113.8", 0)).toBe(404);
  });

  it("those of whom a listed proxy names, where there is one", async () => {
    const env = { ...test.deps.env, trustedProxies: ["203.0.113.0/24"] };
    const app = createApp({ ...test.deps, env });
    expect(await guesses(app, "203.0.113.7")).toEqual(Array(32).fill(404));
  });
});

describe("AUTH-01 whoever has no right token", () => {
  it.each<[string, number, () => Record<string, string>]>([
    ["nothing", 0, () => ({})],
    ["an empty header", 0, () => ({ authorization: "" })],
    ["a name and a password", 0, () => ({ authorization: "Basic YTpi" })],
    ["the word alone", 0, () => ({ authorization: "Bearer" })],
    ["8 KB", 0, () => ({ authorization: `Bearer ${"a".repeat(8_192)}` })],
    ["a cookie of 4 KB", 0, () => ({ cookie: `otklik=${"a".repeat(4_096)}` })],
    [
      "an unknown token",
      1,
      () => ({ authorization: `Bearer ${formatToken(person.organisation.id, newSecret())}` }),
    ],
    [
      "an unknown session",
      1,
      () => ({ cookie: `otklik=${formatToken(person.organisation.id, newSecret())}` }),
    ],
  ])("with %s makes the database look %i times", async (_what, looks, headersOf) => {
    let looked = 0;
    const count = <Way extends object>(way: Way): Way =>
      new Proxy(way, {
        get: (of, name) => {
          looked++;
          return Reflect.get(of, name);
        },
      });
    const deps = { ...test.deps, tenants: count(test.deps.tenants), across: count(test.deps.across) };
    const app = createApp(deps);
    looked = 0;
    await expectProblem(await ask(app, "GET /api/badge", { headers: headersOf() }), 401, "not-signed-in");
    expect(looked).toBe(looks);
  });
});
