import type { Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import { withAccess } from "./access-of-routes";
import type { AppEnv } from "./app-env";
import { withBodyProblems } from "./body-problems";

/**
 * `openapi.json` of an app, made once, when it is first asked for.
 *
 * @param sessionCookie name of the desk's cookie
 */
export function openApiOf(app: Hono<AppEnv>, sessionCookie: string) {
  let made: ReturnType<typeof generateSpecs> | undefined;
  return () => {
    made ??= generateSpecs(app, {
      documentation: {
        info: {
          title: "Otklik",
          version: "0.1.0",
          description:
            "The complaint register. Errors are RFC 9457 problems with a stable code, in the language of Accept-Language.",
        },
        components: {
          securitySchemes: {
            device: { type: "http", scheme: "bearer", description: "Token of a paired extension" },
            session: { type: "apiKey", in: "cookie", name: sessionCookie, description: "Of the desk" },
          },
        },
      },
      defaultValidationErrorResponse: false,
      // Its own address has a dot in it.
      excludeStaticFile: false,
    }).then((specs) => withAccess(withBodyProblems(specs), app.routes));
    return made;
  };
}
