import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";

/*
 * With https the name has the `__Host-` prefix, so that no other host of the domain can set it.
 * On plain http browsers refuse that prefix; that is for loopback alone.
 */

/** The session's token that the browser sent, if any. */
export function readSessionCookie(c: Context, publicUrl: string): string | undefined {
  return getCookie(c, sessionCookieName(publicUrl));
}

export function writeSessionCookie(c: Context, publicUrl: string, token: string, expires: Date): void {
  setCookie(c, sessionCookieName(publicUrl), token, { ...options(publicUrl), expires });
}

export function clearSessionCookie(c: Context, publicUrl: string): void {
  deleteCookie(c, sessionCookieName(publicUrl), options(publicUrl));
}

/** See above why it differs. */
export function sessionCookieName(publicUrl: string): string {
  return isHttps(publicUrl) ? "__Host-otklik" : "otklik";
}

function options(publicUrl: string): CookieOptions {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: isHttps(publicUrl) };
}

function isHttps(publicUrl: string): boolean {
  return publicUrl.startsWith("https:");
}
