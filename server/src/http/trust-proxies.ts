import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./app-env";
import { createTrustedProxies } from "./client-address";

/** Lets `clientAddress` know by which proxies requests come. */
export function trustProxies(networks: readonly string[]): MiddlewareHandler<AppEnv> {
  const isTrustedProxy = createTrustedProxies(networks);
  return (c, next) => {
    c.set("isTrustedProxy", isTrustedProxy);
    return next();
  };
}
