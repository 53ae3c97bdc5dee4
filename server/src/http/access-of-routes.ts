import { EXTENSION_SCOPE, type Permission } from "@otklik/shared/people/roles";
import type { ProblemCode } from "@otklik/shared/problem-codes";
import type { RouterRoute } from "hono/types";
import { addProblems, type Operation, type Specs } from "./add-problems";
import { type RouteNeeds, routeNeedsOf } from "./route-needs";

const METHODS = ["get", "put", "post", "patch", "delete"] as const;
const OF_DEVICES: readonly Permission[] = EXTENSION_SCOPE;

/**
 * The same document; each route now says who may ask it: by a device's token or the desk's session, and with which
 * permissions, of which one is enough. Read off the routes themselves.
 */
export function withAccess(specs: Specs, routes: readonly RouterRoute[]): Specs {
  const needs = new Map(
    [...routeNeedsOf(routes)].map(([name, anyOf]) => [name.replace(/:(\w+)(?:\{[^}]*\})?/g, "{$1}"), anyOf]),
  );
  for (const [path, methods] of Object.entries(specs.paths ?? {})) {
    for (const method of METHODS) {
      const operation = methods?.[method];
      if (operation !== undefined)
        say(operation, method, needs.get(`${method.toUpperCase()} ${path}`) ?? null);
    }
  }
  return specs;
}

function say(operation: Operation, method: (typeof METHODS)[number], anyOf: RouteNeeds | null): void {
  addProblems(operation, ["host-not-allowed"]);
  if (anyOf === null) {
    operation.security = [];
    return;
  }
  const isForDevices = anyOf.length === 0 || anyOf.some((permission) => OF_DEVICES.includes(permission));
  operation.security = [...(isForDevices ? [{ device: [] }] : []), { session: [] }];
  Object.assign(operation, { "x-permissions": anyOf });
  const problems: ProblemCode[] = ["not-signed-in", "another-person"];
  if (anyOf.length > 0) problems.push("not-allowed");
  if (method !== "get") problems.push("cross-site-request");
  addProblems(operation, problems);
}
