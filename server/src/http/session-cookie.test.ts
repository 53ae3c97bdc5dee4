import { Hono } from "hono";
import { expect, it } from "vitest";
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from "./session-cookie";

const EXPIRES = new Date("2026-12-01T00:00:00Z");
const app = (publicUrl: string) =>
  new Hono()
    .get("/in", (c) => {
      writeSessionCookie(c, publicUrl, "secret", EXPIRES);
      return c.text("in");
    })
    .get("/out", (c) => {
      clearSessionCookie(c, publicUrl);
      return c.text("out");
    })
    .get("/", (c) => c.text(readSessionCookie(c, publicUrl) ?? "nobody"));

const partsOf = (answer: Response) => (answer.headers.get("set-cookie") ?? "").split("; ");

it.each([
  ["https", "https://register.test", "__Host-otklik", true],
  ["plain http, on this machine alone", "http://127.0.0.1:8787", "otklik", false],
])(
  "CSRF-03 the cookie of %s is of this host, hidden from scripts and from other sites",
  async (_how, url, name, isSecure) => {
    const parts = partsOf(await app(url).request("/in"));
    expect(parts[0]).toBe(`${name}=secret`);
    expect(parts).toEqual(expect.arrayContaining(["Path=/", "HttpOnly", "SameSite=Lax"]));
    expect(parts.includes("Secure")).toBe(isSecure);
    expect(parts.filter((part) => part.startsWith("Domain"))).toEqual([]);
    expect(partsOf(await app(url).request("/out"))).toEqual(
      expect.arrayContaining([`${name}=`, "Max-Age=0"]),
    );
  },
);

it("CSRF-03 over https no cookie counts that another host of the domain could have set", async () => {
  const read = async (cookie: string) =>
    (await app("https://register.test").request("/", { headers: { cookie } })).text();
  expect(await read("otklik=foreign")).toBe("nobody");
  expect(await read("otklik=foreign; __Host-otklik=own")).toBe("own");
});
