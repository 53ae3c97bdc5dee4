import { afterAll, beforeAll, expect, it } from "vitest";
import { useDeps } from "../../../tests/support/deps";
import { createApp } from "../app";
import { type HttpServer, listen } from "../http-server";
import { newSecret } from "../people/secrets";

/** Wrong links from one network, and uses of one link, that are let through. */
const LIMIT = 30;
const test = useDeps();
let server: HttpServer;

beforeAll(async () => {
  const env = { ...test.deps.env, port: 0, trustedProxies: ["127.0.0.1/32"] };
  server = await listen(createApp({ ...test.deps, env }).fetch, env);
});

afterAll(() => server.close());

/** Looks a link up as a browser would that a proxy passes on. */
async function look(token: string, address: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/tasks/lookup`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    body: JSON.stringify({ token }),
  });
  await answer.arrayBuffer();
  if (answer.status === 429) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  return answer.status;
}

it.each([
  ["one address", (_n: number) => "203.0.113.7", "203.0.113.8"],
  ["one IPv6 network", (n: number) => `2001:db8:5:5::${n.toString(16)}`, "2001:db8:5:6::1"],
])("RATE-03 wrong links from %s are few, and others are not stopped", async (_whose, address, other) => {
  for (let n = 1; n <= LIMIT; n++) expect(await look(newSecret(), address(n))).toBe(404);
  expect(await look(newSecret(), address(LIMIT + 1))).toBe(429);
  expect(await look(newSecret(), other)).toBe(404);
});

it("RATE-03 one link is used a few times, from wherever", async () => {
  const token = newSecret();
  for (let n = 1; n <= LIMIT; n++) expect(await look(token, `198.51.100.${n}`)).toBe(404);
  expect(await look(token, "198.51.100.200")).toBe(429);
});
