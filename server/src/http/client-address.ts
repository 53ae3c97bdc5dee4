import type { Context } from "hono";
import type { AppEnv } from "./app-env";

/** Network address of the connection's other end. Headers that claim another are not believed. */
export function clientAddress(c: Context<AppEnv>): string {
  return c.env?.incoming?.socket.remoteAddress ?? "unknown";
}
