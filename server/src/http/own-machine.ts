import type { MiddlewareHandler } from "hono";
import { RegisterError } from "../errors";
import { isLoopback } from "../loopback";
import type { AppEnv } from "./app-env";
import { clientAddress } from "./client-address";

/**
 * Lets only those through who ask from the server's own machine, also through a tunnel that ends there. Behind a proxy
 * on the same machine this holds where the proxy is listed as trusted.
 *
 * @throws RegisterError `setup-elsewhere`
 */
export function ownMachineOnly(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const address = clientAddress(c);
    // Without a network connection nobody asks from elsewhere.
    if (address !== "unknown" && !isLoopback(address)) throw new RegisterError("setup-elsewhere");
    await next();
  };
}
