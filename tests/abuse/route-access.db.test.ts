import {
  EXTENSION_SCOPE,
  mayDo,
  type Permission,
  PLATFORM_ROLE,
  ROLES,
  type Role,
} from "@otklik/shared/people/roles";
import { beforeAll, describe, expect, it } from "vitest";
import { type RouteNeeds, routeNeedsOf } from "../../server/src/http/route-needs";
import { ask } from "../support/ask";
import { useDeps } from "../support/deps";
import { makeDevice, makeOrganisation, makePerson, makePlatformAdmin, signIn } from "../support/organisation";
import { OPEN_ROUTES } from "./open-routes";

/*
 * The table of routes and callers: its rows are the routes of the app itself, its columns the callers, and what a
 * cell must be follows from what the route says it needs and from the one table of who may do what.
 */

const test = useDeps();

const OTHERS = [
  "nobody",
  "device",
  "revoked device",
  "shut-out admin",
  "foreign admin",
  "foreign page",
] as const;
const CALLERS = [...OTHERS, ...ROLES] as const;
type CallerName = (typeof CALLERS)[number];

type Headers = Readonly<Record<string, string>>;

/** What stands in an address of something that is not there. */
const PLACES: Readonly<Record<string, string>> = {
  ":position": "1",
  ":sha256": "ab".repeat(32),
  ":country": "ZZ",
  ":userCode": "BBBB-BBBB",
};
const NO_ID = "0199aaaa-0000-4000-8000-000000000000";
/** Whoever begins to pair says which extension it is. */
const EXTENSION: Headers = { origin: "chrome-extension://abcdefghijklmnopabcdefghijklmnop" };

const headersOf = new Map<CallerName, () => Promise<Headers>>();
let documented: Readonly<Record<string, readonly string[]>> = {};

beforeAll(async () => {
  const { db } = test.database;
  const organisation = await makeOrganisation(db);
  const admin = await makePerson(db, organisation, { roles: ["admin"] });
  const foreign = await makePerson(db, await makeOrganisation(db), { roles: ["admin"] });
  const platform = await makePlatformAdmin(test.database.owner);
  headersOf.set("nobody", async () => ({}));
  // Anew for each question: one route unpairs the device, others end sessions or shut people out.
  headersOf.set("device", async () => (await makeDevice(db, admin)).headers);
  headersOf.set("revoked device", async () => {
    const { id, headers } = await makeDevice(db, admin);
    await test.database.owner`UPDATE devices SET revoked_at = now() WHERE id = ${id}`;
    return headers;
  });
  headersOf.set("shut-out admin", async () => {
    const person = await makePerson(db, organisation, { roles: ["admin"] });
    const headers = await signIn(db, person);
    await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${person.id}`;
    return headers;
  });
  headersOf.set("foreign admin", () => signIn(db, foreign));
  headersOf.set("foreign page", async () => ({
    ...(await signIn(db, admin)),
    "sec-fetch-site": "cross-site",
    origin: "https://evil.example",
  }));
  for (const role of ROLES) {
    const person = role === PLATFORM_ROLE ? platform : await makePerson(db, organisation, { roles: [role] });
    headersOf.set(role, () => signIn(db, person));
  }
  documented = await readDocumented();
});

const routeNeeds = () => routeNeedsOf(test.app.routes);

/** The statuses that `openapi.json` names for each route. */
async function readDocumented(): Promise<Record<string, readonly string[]>> {
  const answer = await ask(test.app, "GET /api/openapi.json");
  const { paths } = (await answer.json()) as {
    paths: Record<string, Record<string, { responses?: Record<string, unknown> }>>;
  };
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses = {} }]) => [
        `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
        Object.keys(responses),
      ]),
    ),
  );
}

const rolesOf: Readonly<Partial<Record<CallerName, Role>>> = {
  "foreign admin": "admin",
  "foreign page": "admin",
  device: "admin",
};

function permits(caller: CallerName, permission: Permission): boolean {
  if (caller === "device" && !EXTENSION_SCOPE.some((each) => each === permission)) return false;
  const role = rolesOf[caller] ?? ROLES.find((each) => each === caller);
  return role !== undefined && mayDo([role], permission);
}

/** What changes something, asked by a page or an extension: another origin than the desk's. */
function isFromElsewhere(route: string, caller: CallerName): boolean {
  return !route.startsWith("GET ") && ["foreign page", "device", "revoked device"].includes(caller);
}

/** What a cell must be: let in, or the status of the refusal. What is open refuses another origin in its own ways. */
function expected(
  route: string,
  needs: RouteNeeds | null,
  caller: CallerName,
): "let in" | "not done" | 401 | 403 {
  if (needs === null) return isFromElsewhere(route, caller) ? "not done" : "let in";
  if (["nobody", "revoked device", "shut-out admin"].includes(caller)) return 401;
  if (caller === "foreign page" && !route.startsWith("GET ")) return 403;
  return needs.length === 0 || needs.some((permission) => permits(caller, permission)) ? "let in" : 403;
}

async function askAs(route: string, caller: CallerName): Promise<Response> {
  const address = route.replaceAll(/:\w+/g, (place) => PLACES[place] ?? NO_ID);
  const headers = (await headersOf.get(caller)?.()) ?? {};
  return ask(test.app, address, {
    headers: {
      ...(route.startsWith("POST /api/pairings") && caller !== "foreign page" && EXTENSION),
      ...headers,
    },
    ...(/^(POST|PATCH|PUT)/.test(route) && { json: {} }),
  });
}

async function cellOf(route: string, needs: RouteNeeds | null, caller: CallerName): Promise<string | number> {
  const { status } = await askAs(route, caller);
  if (needs === null && isFromElsewhere(route, caller) && status >= 400) return "not done";
  if (status === 401 || status === 403) return status;
  // Every route documents these, and none of them says that somebody was let in.
  if (status === 429 || status >= 500) return status;
  return documented[route]?.includes(String(status))
    ? "let in"
    : `${status}, which openapi.json does not name`;
}

it("AUTH-02 every route of the API names what it needs, or is among the open ones with its reason", () => {
  const open = [...routeNeeds()].filter(([, needs]) => needs === null).map(([route]) => route);
  expect(open.sort()).toEqual(Object.keys(OPEN_ROUTES).sort());
});

describe("AUTH-02 on every route of the API", () => {
  it.each(CALLERS)("%s is let in or refused as the table of permissions says", async (caller) => {
    const table: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const [route, needs] of routeNeeds()) {
      table[route] = await cellOf(route, needs, caller);
      wanted[route] = expected(route, needs, caller);
    }
    expect(table).toEqual(wanted);
  });
});

const OF_THE_INSTALLATION: readonly Permission[] = ["installation:organisations", "account:own"];

it("AUTH-02 a platform administrator reaches organisations and the own account, and nothing of any register", () => {
  const reached = [...routeNeeds()].flatMap(([route, needs]) =>
    (needs ?? []).filter((each) => permits("platform", each)).map((permission) => ({ route, permission })),
  );
  expect(reached).not.toEqual([]);
  expect(reached.filter(({ permission }) => !OF_THE_INSTALLATION.includes(permission))).toEqual([]);
});

/** Questions that are too long for an address, and what a person does for their own sign-in alone. */
const CHANGES_NOTHING = ["POST /api/complaints/registered-before"];
const OWN: readonly Permission[] = ["account:own", "device:approve"];

it("AUTH-02 an auditor changes nothing but their own account", () => {
  const changing = [...routeNeeds()]
    .filter(([route, needs]) => !route.startsWith("GET ") && needs !== null && needs.length > 0)
    .filter(([route]) => !CHANGES_NOTHING.includes(route))
    .flatMap(([route, needs]) => (needs ?? []).map((permission) => ({ route, permission })))
    .filter(({ permission }) => !OWN.includes(permission) && permits("auditor", permission));
  expect(changing).toEqual([]);
});
