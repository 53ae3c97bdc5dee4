import type { MiddlewareHandler } from "hono";
import type { Deps } from "../deps";
import type { AppEnv } from "./app-env";

/** Slows down a client that registers without end, before its body is read; others do not feel it. Comes after `authorise`. */
export function limitIngest(deps: Deps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { deviceId, personId } = c.get("caller");
    await deps.limits.ingest.count(deviceId ?? personId);
    await next();
  };
}
