import type { Context } from "hono";
import { RegisterError } from "../errors";

/**
 * Refuses what another site's page makes a browser send. Browsers say by `Sec-Fetch-Site` or,
 * older ones, by `Origin` where a request comes from.
 *
 * @param unsaid what to do when neither is there: a program, or a browser that hides it
 */
export function requireSameOrigin(c: Context, publicUrl: string, unsaid: "allow" | "refuse"): void {
  const site = c.req.header("sec-fetch-site");
  if (site === "same-origin" || site === "none") return;
  const origin = c.req.header("origin");
  if (site === undefined && origin === undefined && unsaid === "allow") return;
  if (site === undefined && origin !== undefined && isOwn(origin, c, publicUrl)) return;
  throw new RegisterError("cross-site-request");
}

function isOwn(origin: string, c: Context, publicUrl: string): boolean {
  // The host is one of the server's own names: the host check came first.
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === c.req.header("host"));
}
