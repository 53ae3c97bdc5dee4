import type { Hono } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import type { AppEnv } from "./app-env";

/** By what methods an address of the API may be asked; none when there is no such address. */
export function createAllowedMethods(app: Hono<AppEnv>): (path: string) => string[] {
  let router: TrieRouter<string> | undefined;
  return (path) => {
    router ??= routerOf(app);
    const methods = new Set(router.match("ALL", path)[0].map(([method]) => method));
    if (methods.has("GET")) methods.add("HEAD");
    return [...methods].sort();
  };
}

/** The paths of all routes, each leading to its method; what stands for every path is left out. */
function routerOf(app: Hono<AppEnv>): TrieRouter<string> {
  const router = new TrieRouter<string>();
  const seen = new Set<string>();
  for (const { method, path } of app.routes) {
    if (method === "ALL" || path.includes("*") || seen.has(`${method} ${path}`)) continue;
    seen.add(`${method} ${path}`);
    router.add("ALL", path, method);
  }
  return router;
}
