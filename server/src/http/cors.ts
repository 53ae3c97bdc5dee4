import type { MiddlewareHandler } from "hono";
import { isExtensionOrigin } from "../people/extension-origin";
import type { AppEnv } from "./app-env";
import { setHeader } from "./set-header";

/** A new extension has no other way to begin. */
const OPEN_TO_ANY_EXTENSION: ReadonlySet<string> = new Set(["/api/pairings", "/api/pairings/token"]);

/** What the extension asks with; a preflight for anything else is allowed nothing. */
const METHODS = ["GET", "POST", "PUT", "DELETE"];
const HEADERS = ["Accept-Language", "Authorization", "Content-Type", "If-None-Match"];
const KNOWN_HEADERS: ReadonlySet<string> = new Set(HEADERS.map((name) => name.toLowerCase()));

/** Browsers keep a preflight's answer no longer than two hours. */
const PREFLIGHT_SECONDS = "7200";

/**
 * Lets paired extensions read answers, by their own origin and their token alone: no cookies,
 * no other site, never `*`.
 *
 * @param isPaired whether a device of this origin was ever paired. A revoked one may still
 *   read that it was refused: else it would take that for a failing network
 */
export function cors(isPaired: (origin: string) => Promise<boolean>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    setHeader(c, "Vary", "Origin");
    const origin = c.req.header("origin");
    const asked = c.req.header("access-control-request-method");
    const isPreflight = c.req.method === "OPTIONS" && asked !== undefined;
    const isStrange = isPreflight && !isOfOurs(asked, c.req.header("access-control-request-headers"));
    if (origin !== undefined && isExtensionOrigin(origin) && !isStrange) {
      const isOpen = OPEN_TO_ANY_EXTENSION.has(c.req.path) && (asked ?? c.req.method) === "POST";
      if (isOpen || (await isPaired(origin))) {
        setHeader(c, "Access-Control-Allow-Origin", origin);
        setHeader(c, "Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id");
        if (isPreflight) {
          setHeader(c, "Access-Control-Allow-Methods", METHODS.join(", "));
          setHeader(c, "Access-Control-Allow-Headers", HEADERS.join(", "));
          setHeader(c, "Access-Control-Max-Age", PREFLIGHT_SECONDS);
        }
      }
    }
    return isPreflight ? c.body(null, 204) : next();
  };
}

/** @param headers names as a preflight lists them */
function isOfOurs(method: string, headers = ""): boolean {
  const names = headers.split(",").map((name) => name.trim().toLowerCase());
  return METHODS.includes(method) && names.every((name) => name === "" || KNOWN_HEADERS.has(name));
}
