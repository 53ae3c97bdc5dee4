import type { MiddlewareHandler } from "hono";
import { RegisterError } from "../errors";
import type { AppEnv } from "./app-env";

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * Answers only under the server's own names. A page whose name was made to point at this
 * machine (DNS rebinding) would otherwise be of the same origin as the register.
 */
export function hostCheck(publicUrl: string): MiddlewareHandler<AppEnv> {
  const publicHost = new URL(publicUrl).host;
  return (c, next) => {
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    if (host !== publicHost && !LOOPBACK.test(host)) throw new RegisterError("host-not-allowed");
    return next();
  };
}
