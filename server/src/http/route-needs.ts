import type { Permission } from "@otklik/shared/people/roles";
import type { MiddlewareHandler } from "hono";
import type { RouterRoute } from "hono/types";
import type { AppEnv } from "./app-env";

const needs = Symbol("needs");

/** What a route asks of its caller: any one of these permissions; with none, only to be known. */
export type RouteNeeds = readonly Permission[];

/** Leaves on the handler what it asks for, so that it can be read off the app's routes. */
export function markNeeds(handler: MiddlewareHandler<AppEnv>, anyOf: RouteNeeds): MiddlewareHandler<AppEnv> {
  return Object.assign(handler, { [needs]: anyOf });
}

/**
 * What each route of the API needs, by its method and path, such as `GET /api/badge`; null where nobody is asked who
 * they are. `openapi.json` and the tests read it from here, so that nothing says twice who may do what.
 */
export function routeNeedsOf(routes: readonly RouterRoute[]): ReadonlyMap<string, RouteNeeds | null> {
  const known = new Map<string, RouteNeeds | null>();
  for (const { method, path, handler } of routes) {
    if (method === "ALL" || !path.startsWith("/api/")) continue;
    const name = `${method} ${path}`;
    known.set(name, needsOf(handler) ?? known.get(name) ?? null);
  }
  return known;
}

function needsOf(handler: object): RouteNeeds | undefined {
  return needs in handler ? (handler[needs] as RouteNeeds) : undefined;
}
