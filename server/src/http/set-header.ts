import type { Context } from "hono";
import type { AppEnv } from "./app-env";

/** Sets a header of the answer before the answer is made; see `securityHeaders` for why not always by Hono. */
export function setHeader(c: Context<AppEnv>, name: string, value: string): void {
  const outgoing = c.env?.outgoing;
  if (outgoing === undefined) c.header(name, value);
  else outgoing.setHeader(name, value);
}
