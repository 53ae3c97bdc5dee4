import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { ownCookieName, ownCookieOptions } from "./own-cookie";

/** The session's token that the browser sent, if any. */
export function readSessionCookie(c: Context, publicUrl: string): string | undefined {
  return getCookie(c, sessionCookieName(publicUrl));
}

/** Hands the browser its session, until it expires. */
export function writeSessionCookie(c: Context, publicUrl: string, token: string, expires: Date): void {
  setCookie(c, sessionCookieName(publicUrl), token, { ...ownCookieOptions(publicUrl), expires });
}

/** Lets the browser forget its session. */
export function clearSessionCookie(c: Context, publicUrl: string): void {
  deleteCookie(c, sessionCookieName(publicUrl), ownCookieOptions(publicUrl));
}

/** The session's cookie at this address of the server. */
export function sessionCookieName(publicUrl: string): string {
  return ownCookieName("otklik", publicUrl);
}
