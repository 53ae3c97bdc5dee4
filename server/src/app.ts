import { Hono } from "hono";
import { badgeRoutes } from "./badge/routes";
import { complaintRoutes } from "./complaints/routes";
import { reachDatabase } from "./db/reach-database";
import { recountRoutes } from "./deadlines/recount-routes";
import type { Deps } from "./deps";
import { evidenceRoutes } from "./evidence/routes";
import { accessLog } from "./http/access-log";
import { createAllowedMethods } from "./http/allowed-methods";
import type { AppEnv } from "./http/app-env";
import { createAuthorise } from "./http/authenticate";
import { cors } from "./http/cors";
import { describe } from "./http/describe";
import { desk } from "./http/desk";
import { hostCheck } from "./http/host-check";
import { openApiOf } from "./http/openapi";
import { handleError, problem } from "./http/problem";
import { securityHeaders } from "./http/security-headers";
import { sessionCookieName } from "./http/session-cookie";
import { trustProxies } from "./http/trust-proxies";
import { organisationRoutes } from "./installation/organisation-routes";
import { logRoutes } from "./journal/log-routes";
import { accountLinkRoutes, passwordResetRoutes } from "./people/account-link-routes";
import { accountRoutes } from "./people/account-routes";
import { colleagueRoutes } from "./people/colleague-routes";
import { createDeviceCallers } from "./people/device-callers";
import { deviceRoutes } from "./people/device-routes";
import { createPairedOrigins } from "./people/paired-origins";
import { pairingRoutes } from "./people/pairing-routes";
import { createPasswords } from "./people/passwords";
import { peopleRoutes } from "./people/people-routes";
import { sessionRoutes } from "./people/session-routes";
import { setupRoutes } from "./people/setup-routes";
import { calendarRoutes } from "./settings/calendar/routes";
import { regulationRoutes } from "./settings/regulation/routes";
import { rulesRoutes } from "./settings/regulation/rules-routes";
import { identityRoutes } from "./sign-in/identity-routes";
import { passkeyRoutes } from "./sign-in/passkey-routes";
import { createProvider } from "./sign-in/provider";
import { createSealer } from "./sign-in/sealer";
import { signInRoutes } from "./sign-in/sign-in-routes";
import { totpRoutes } from "./sign-in/totp-routes";
import { siteRoutes } from "./sites/routes";
import { taskRoutes } from "./tasks/task-routes";

export interface AppOptions {
  /** Where the built desk lies. */
  readonly deskFolder?: string;
}

/** The whole server as one function from request to answer; `main.ts` gives it a socket, tests call it. */
export function createApp(deps: Deps, options: AppOptions = {}) {
  const app = new Hono<AppEnv>();
  app.use(accessLog(deps.log));
  app.use(trustProxies(deps.env.trustedProxies));
  app.use(securityHeaders(deps.env.publicUrl));
  app.onError(handleError(deps.log));
  app.notFound((c) => problem(c, "not-found"));
  // Asked by supervisors, who know no name of the server; they tell nothing.
  app.get("/healthz", (c) => c.json({ status: "ok" }, 200));
  app.get("/readyz", async (c) => {
    await reachDatabase(deps);
    return c.json({ status: "ready" }, 200);
  });
  app.use(hostCheck(deps.env.publicUrl));
  app.use("/api/*", cors(createPairedOrigins(deps.across)));
  const routed = app.route("/api", createApi(deps));
  const openApi = openApiOf(app, sessionCookieName(deps.env.publicUrl));
  const allowedMethods = createAllowedMethods(app);
  routed.get(
    "/api/openapi.json",
    describe("This description of the API", {
      200: { description: "OpenAPI 3.1", mediaType: "application/json" },
    }),
    async (c) => c.json(await openApi(), 200),
  );
  routed.all("/api/*", (c) => {
    const methods = allowedMethods(c.req.path);
    if (methods.length === 0) return problem(c, "not-found");
    c.header("Allow", methods.join(", "));
    return problem(c, "method-not-allowed");
  });
  routed.route("/", desk(options.deskFolder));
  return routed;
}

/** One chain, so that its type holds every route: the clients are typed by it. */
function createApi(deps: Deps) {
  const authorise = createAuthorise(deps, createDeviceCallers(deps.tenants));
  const passwords = createPasswords();
  const sealer = createSealer(deps.env.dataDir);
  const provider = deps.env.oidc === null ? null : createProvider(deps.env.oidc, deps.now);
  return new Hono<AppEnv>()
    .route("/setup", setupRoutes(deps, passwords))
    .route("/session", sessionRoutes(deps, authorise, passwords))
    .route("/sign-in", signInRoutes(deps, sealer, provider))
    .route("/account/totp", totpRoutes(deps, authorise, passwords, sealer))
    .route("/account/passkeys", passkeyRoutes(deps, authorise, passwords))
    .route("/account/identities", identityRoutes(deps, authorise, passwords))
    .route("/account", accountRoutes(deps, authorise, passwords))
    .route("/account-links", accountLinkRoutes(deps, passwords))
    .route("/password-resets", passwordResetRoutes(deps))
    .route("/people", peopleRoutes(deps, authorise, passwords))
    .route("/log", logRoutes(deps, authorise))
    .route("/pairings", pairingRoutes(deps, authorise))
    .route("/devices", deviceRoutes(deps, authorise))
    .route("/colleagues", colleagueRoutes(deps, authorise))
    .route("/organisations", organisationRoutes(deps, authorise))
    .route("/complaints", complaintRoutes(deps, authorise))
    .route("/tasks", taskRoutes(deps))
    .route("/evidence", evidenceRoutes(deps, authorise))
    .route("/sites", siteRoutes(deps, authorise))
    .route("/badge", badgeRoutes(deps, authorise))
    .route("/calendar", calendarRoutes(deps, authorise))
    .route("/regulation", regulationRoutes(deps, authorise))
    .route("/rules", rulesRoutes(deps, authorise))
    .route("/recounts", recountRoutes(deps, authorise));
}
