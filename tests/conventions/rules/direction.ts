import path from "node:path";
import { type Rule, sample } from "../rule";
import { type Import, importsOf } from "../syntax";
import { isCode, isTest, productCode, type TreeFile } from "../tree";

type Refuse = (imported: Import, target: string | null, file: TreeFile) => boolean;

/** Imports that the rule refuses; `target` is the imported file's path in the project, null for a package. */
function refused(files: readonly TreeFile[], refuse: Refuse): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => refuse(imported, targetOf(file, imported.source), file))
      .map(({ source }) => `${file.path} imports ${source}`),
  );
}

function targetOf(file: TreeFile, source: string): string | null {
  return source.startsWith(".") ? path.posix.join(path.posix.dirname(file.path), source) : null;
}

const SHARED_PACKAGES = new Set(["zod"]);

export const sharedImportsItself: Rule = {
  says: "shared imports zod and itself; temporal-polyfill only where due dates are counted, canonicalize only where proofs are made",
  breaches: (tree) =>
    refused(productCode(tree, "shared/src/"), ({ source }, target, file) => {
      if (target !== null) return !target.startsWith("shared/src/");
      if (source.startsWith("temporal-polyfill")) return !file.path.startsWith("shared/src/deadline/");
      if (source === "canonicalize") return !file.path.startsWith("shared/src/proof/");
      return !SHARED_PACKAGES.has(source);
    }),
  bad: [
    sample("shared/src/a.ts", 'import { readFile } from "node:fs";'),
    sample("shared/src/a.ts", 'import type { Deps } from "../../server/src/deps";'),
    sample("shared/src/a.ts", 'export { h } from "preact";'),
    sample("shared/src/badge/a.ts", 'import { Temporal } from "temporal-polyfill";'),
    sample("shared/src/badge/a.ts", 'import canonicalize from "canonicalize";'),
    sample("shared/src/a.ts", 'const fs = await import("node:fs");'),
  ],
  good: [
    sample("shared/src/a.ts", 'import { z } from "zod";\nimport { b } from "./b";'),
    sample("shared/src/deadline/a.ts", 'import { Temporal } from "temporal-polyfill";'),
    sample("shared/src/proof/a.ts", 'import canonicalize from "canonicalize";'),
  ],
};

export const extensionKnowsOnlyTheApi: Rule = {
  says: "the extension's one import from the server is `import type { Api }`",
  breaches: (tree) =>
    refused(
      tree.filter((file) => isCode(file) && file.path.startsWith("extension/")),
      ({ source, typeOnly, names }, target) => {
        if (target !== null) return !target.startsWith("extension/") && !target.startsWith("tests/");
        if (!source.startsWith("@otklik/server")) return false;
        return !(source === "@otklik/server/api-type" && typeOnly && names.join() === "Api");
      },
    ),
  bad: [
    sample("extension/api/a.ts", 'import { Api } from "@otklik/server/api-type";'),
    sample("extension/api/a.ts", 'import { type Api } from "@otklik/server/api-type";'),
    sample("extension/api/a.ts", 'import type { Deps } from "@otklik/server/src/deps";'),
    sample("extension/api/a.ts", 'import { app } from "../../server/src/app";'),
  ],
  good: [sample("extension/api/a.ts", 'import type { Api } from "@otklik/server/api-type";')],
};

export const serverKnowsNoClient: Rule = {
  says: "the server imports neither the extension nor, outside of its tests, the tests",
  breaches: (tree) =>
    refused(
      tree.filter((file) => isCode(file) && file.path.startsWith("server/")),
      ({ source }, target, file) =>
        source.startsWith("@otklik/extension") ||
        target?.startsWith("extension/") === true ||
        (target?.startsWith("tests/") === true && !isTest(file)),
    ),
  bad: [
    sample("server/src/a.ts", 'import { badge } from "@otklik/extension/badge/badge";'),
    sample("server/src/a.ts", 'import { sampleComplaint } from "../../tests/support/sample-complaint";'),
  ],
  good: [sample("server/src/a.db.test.ts", 'import { it } from "../../tests/support/database";')],
};

const SPEAKS_HTTP = /^server\/src\/(?:[^/]+\.ts$|http\/)|(?:^|\/)(?:[a-z-]+-)?routes\.ts$/;

export const verbsKnowNoHttp: Rule = {
  says: "verbs never import hono: what they decide holds for every way of asking",
  breaches: (tree) =>
    refused(
      productCode(tree, "server/src/").filter((file) => !SPEAKS_HTTP.test(file.path)),
      ({ source }) => /^(?:hono|@hono|hono-openapi)(?:\/|$)/.test(source),
    ),
  bad: [
    sample("server/src/complaints/find-complaint.ts", 'import type { Context } from "hono";'),
    sample("server/src/people/sign-in.ts", 'import { setCookie } from "hono/cookie";'),
  ],
  good: [
    sample("server/src/complaints/routes.ts", 'import { Hono } from "hono";'),
    sample("server/src/http/problem.ts", 'import type { Context } from "hono";'),
    sample("server/src/app.ts", 'import { Hono } from "hono";'),
  ],
};

export const routesKnowNoDatabase: Rule = {
  says: "routes never import drizzle, postgres or the tables: they ask a verb",
  breaches: (tree) =>
    refused(
      productCode(tree, "server/src/").filter((file) => /(?:^|\/)(?:[a-z-]+-)?routes\.ts$/.test(file.path)),
      ({ source }, target) =>
        /^(?:drizzle-orm|postgres)(?:\/|$)/.test(source) || target?.startsWith("server/src/db/") === true,
    ),
  bad: [
    sample("server/src/complaints/routes.ts", 'import { eq } from "drizzle-orm";'),
    sample("server/src/complaints/routes.ts", 'import { complaints } from "../db/schema";'),
    sample("server/src/people/pairing-routes.ts", 'import postgres from "postgres";'),
  ],
  good: [sample("server/src/complaints/find-complaint.ts", 'import { eq } from "drizzle-orm";')],
};

export const featuresKnowNoEntrypoint: Rule = {
  says: "entrypoints import features, never the other way round",
  breaches: (tree) =>
    refused(
      productCode(tree, "extension/").filter((file) => !file.path.startsWith("extension/entrypoints/")),
      (_imported, target) => target?.startsWith("extension/entrypoints/") === true,
    ),
  bad: [sample("extension/badge/a.ts", 'import background from "../entrypoints/background";')],
  good: [sample("extension/entrypoints/background.ts", 'import { showBadge } from "../badge/show-badge";')],
};
