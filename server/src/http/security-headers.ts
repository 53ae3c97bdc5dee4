import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./app-env";

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  // Snapshots, each under a policy of its own.
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  // Nothing of ours turns text into markup or script, so there is no policy that could.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const ALWAYS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "Cache-Control": "no-store",
  // Nothing of a register belongs into a search engine, least of all a page that a link leads to.
  "X-Robots-Tag": "noindex",
};

const A_YEAR_SECONDS = 31_536_000;

/** The headers that every answer carries, errors included. */
export function protectiveHeaders(publicUrl: string): readonly (readonly [name: string, value: string])[] {
  return Object.entries({
    ...ALWAYS,
    ...(publicUrl.startsWith("https:") && { "Strict-Transport-Security": `max-age=${A_YEAR_SECONDS}` }),
  });
}

/**
 * Sets them where the app is asked without the server that has set them already; a route that sets one of them itself
 * (a file's own policy, an asset's caching) has the last word.
 */
export function securityHeaders(publicUrl: string): MiddlewareHandler<AppEnv> {
  const headers = protectiveHeaders(publicUrl);
  return async (c, next) => {
    const outgoing = c.env?.outgoing;
    if (outgoing !== undefined) {
      if (outgoing.hasHeader("Content-Security-Policy")) return next();
      for (const [name, value] of headers) outgoing.setHeader(name, value);
      return next();
    }
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}
