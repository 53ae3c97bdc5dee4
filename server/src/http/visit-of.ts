import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Context } from "hono";
import type { Visit } from "../people/visit";
import type { AppEnv } from "./app-env";
import { clientAddress } from "./client-address";

/** From where a request comes. What the browser says of itself is claimed, not known. */
export function visitOf(c: Context<AppEnv>): Visit {
  const named = c.req
    .header("user-agent")
    ?.replace(/[^\x21-\x7e]+/g, " ")
    .trim();
  return {
    address: clientAddress(c),
    userAgent: named === undefined || named === "" ? null : named.slice(0, LIMITS.userAgentLength),
  };
}
