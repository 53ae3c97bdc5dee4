import type { MiddlewareHandler } from "hono";
import { ingestKeyOf } from "../complaints/ingest-key";
import type { Deps } from "../deps";
import type { AppEnv } from "./app-env";

/**
 * Slows down a client that registers without end, before its body is read; others do not feel it. Counts one clip: what
 * more there are in a batch, `registerBatch` counts. Comes after `authorise`.
 */
export function limitIngest(deps: Deps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await deps.limits.ingest.count(ingestKeyOf(c.get("caller")));
    await next();
  };
}
