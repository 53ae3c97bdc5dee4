import type { CookieOptions } from "hono/utils/cookie";

/*
 * With https a cookie's name has the `__Host-` prefix, so that no other host of the domain can set it.
 * On plain http browsers refuse that prefix; that is for loopback alone.
 */

/** The name of a cookie of ours at this address of the server. */
export function ownCookieName(name: string, publicUrl: string): string {
  return isHttps(publicUrl) ? `__Host-${name}` : name;
}

/** What every cookie of ours is sent with: for the server alone, and from other sites only by a link. */
export function ownCookieOptions(publicUrl: string): CookieOptions {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: isHttps(publicUrl) };
}

function isHttps(publicUrl: string): boolean {
  return publicUrl.startsWith("https:");
}
