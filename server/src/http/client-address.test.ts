import { Hono } from "hono";
import { expect, it } from "vitest";
import type { AppEnv } from "./app-env";
import { clientAddress, createTrustedProxies } from "./client-address";

/** What the server takes for the client's address on a connection from `remote`. */
async function seen(networks: readonly string[], remote: string | undefined, forwardedFor?: string) {
  const app = new Hono<AppEnv>()
    .use((c, next) => {
      c.set("isTrustedProxy", createTrustedProxies(networks));
      return next();
    })
    .get("/", (c) => c.text(clientAddress(c)));
  const headers = new Headers(forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor });
  const bindings = { incoming: { socket: { remoteAddress: remote } } };
  return (await app.request("/", { headers }, bindings)).text();
}

const PROXIES = ["10.0.0.0/8", "127.0.0.1/32", "fd00::/8"];

it.each([
  ["without proxies the header is not read", [], "203.0.113.9", "1.2.3.4", "203.0.113.9"],
  ["nor when it comes from this machine", [], "127.0.0.1", "1.2.3.4", "127.0.0.1"],
  ["nor when it does not come from a proxy", PROXIES, "203.0.113.9", "1.2.3.4", "203.0.113.9"],
  ["a proxy tells whom it passes on", PROXIES, "10.0.0.1", "203.0.113.9", "203.0.113.9"],
  [
    "what the client wrote itself is not believed",
    PROXIES,
    "10.0.0.1",
    "1.2.3.4, 203.0.113.9",
    "203.0.113.9",
  ],
  ["a chain of proxies is followed", PROXIES, "10.0.0.1", "1.2.3.4, 203.0.113.9, 10.9.9.9", "203.0.113.9"],
  ["a proxy that tells nothing is the client", PROXIES, "10.0.0.1", undefined, "10.0.0.1"],
  ["what is no address ends the reading", PROXIES, "10.0.0.1", "203.0.113.9, evil, 10.9.9.9", "10.9.9.9"],
  ["a chain of proxies alone", PROXIES, "10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"],
  [
    "an IPv4 address as sockets of IPv6 give it",
    PROXIES,
    "::ffff:10.0.0.1",
    "::ffff:203.0.113.9",
    "203.0.113.9",
  ],
  ["a proxy in six groups", PROXIES, "fd00::1", "2001:db8:0:0::9", "2001:db8::9"],
  ["no connection at all", PROXIES, undefined, "203.0.113.9", "unknown"],
])("AUTH-12 %s", async (_rule, networks, remote, forwardedFor, address) => {
  expect(await seen(networks, remote, forwardedFor)).toBe(address);
});
