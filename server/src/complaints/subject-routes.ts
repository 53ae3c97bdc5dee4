import { complaintSchema, nameSubjectSchema } from "@otklik/shared/complaint/complaint";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { nameSubject, removeSubject } from "./name-subject";

const byId = z.strictObject({ id: z.uuid() });
const byPerson = z.strictObject({ id: z.uuid(), personId: z.uuid() });
const ANSWERS = { 200: { description: "The complaint as it is now", schema: complaintSchema } } as const;
const REFUSED = [
  "not-found",
  "conflict-of-interest",
  "cross-site-request",
  "not-signed-in",
  "not-allowed",
] as const;

/** Whom a complaint is about: mounted under it. */
export function subjectRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>()
    .post(
      "/:id/subjects",
      describe("Name a colleague whom it is about, who then decides nothing on it", ANSWERS, [
        "invalid-request",
        ...REFUSED,
      ]),
      authorise("complaint:name-subject"),
      validate("param", byId),
      validate("json", nameSubjectSchema),
      async (c) => {
        const input = { ...c.req.valid("param"), ...c.req.valid("json") };
        return c.json(await nameSubject(deps, c.get("caller"), input), 200);
      },
    )
    .delete(
      "/:id/subjects/:personId",
      describe("Say that it is not about a colleague after all", ANSWERS, REFUSED),
      authorise("complaint:name-subject"),
      validate("param", byPerson),
      async (c) => c.json(await removeSubject(deps, c.get("caller"), c.req.valid("param")), 200),
    );
}
