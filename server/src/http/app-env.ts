import type { HttpBindings } from "@hono/node-server";
import type { Caller } from "../deps";
import type { IsTrustedProxy } from "./client-address";

/** What one request carries. */
export interface AppEnv {
  /** Node's own request and response; absent when a test calls the app without a socket. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    isTrustedProxy: IsTrustedProxy;
    caller: Caller;
  };
}
