import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { ownCookieName, ownCookieOptions } from "./own-cookie";

/*
 * Binds a sign-in at the identity provider to the browser that began it: nobody can be brought to sign in as
 * somebody else by a link. Lax, for the provider sends the browser back from another site.
 */

/** What this browser was given when it set out for the provider; undefined when it did not. */
export function readProviderCookie(c: Context, publicUrl: string): string | undefined {
  return getCookie(c, cookieName(publicUrl));
}

/** Binds a sign-in that was begun at the provider to this browser. @param secret as `startAtProvider` gives it */
export function writeProviderCookie(c: Context, publicUrl: string, secret: string, expires: Date): void {
  setCookie(c, cookieName(publicUrl), secret, { ...ownCookieOptions(publicUrl), expires });
}

/** Forgets it, when the browser has come back. */
export function clearProviderCookie(c: Context, publicUrl: string): void {
  deleteCookie(c, cookieName(publicUrl), ownCookieOptions(publicUrl));
}

function cookieName(publicUrl: string): string {
  return ownCookieName("otklik-provider", publicUrl);
}
