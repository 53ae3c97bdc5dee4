import {
  complaintPageSchema,
  complaintSchema,
  listComplaintsSchema,
  recordStepSchema,
  registerBatchResultSchema,
  registerBatchSchema,
  registerComplaintSchema,
  registeredComplaintSchema,
} from "@otklik/shared/complaint/complaint";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { limitIngest } from "../http/limit-ingest";
import { validate } from "../http/validate";
import { proofRoutes } from "../proof/routes";
import { taskLinkRoutes } from "../tasks/link-routes";
import { clipRoutes } from "./clip-routes";
import { findComplaint } from "./find-complaint";
import { listComplaints } from "./list-complaints";
import { recordStep } from "./record-step";
import { registerBatch } from "./register-batch";
import { registerComplaint } from "./register-complaint";
import { subjectRoutes } from "./subject-routes";
import { termRoutes } from "./term-routes";

const byId = z.strictObject({ id: z.uuid() });
const REFUSED = ["not-signed-in", "not-allowed"] as const;

/** Complaints: registering them, finding them, and every step on one of them. */
export function complaintRoutes(deps: Deps, authorise: Authorise) {
  const limited = limitIngest(deps);
  return new Hono<AppEnv>()
    .post(
      "/",
      describe(
        "Register a clip; sending it again yields the same complaint",
        {
          201: { description: "Registered now", schema: registeredComplaintSchema },
          200: { description: "Had been registered before", schema: registeredComplaintSchema },
        },
        [
          "invalid-request",
          "malformed-json",
          "body-too-large",
          "topic-unknown",
          "clip-id-reused",
          "proof-mismatch",
          ...REFUSED,
        ],
      ),
      authorise("complaint:register"),
      limited,
      validate("json", registerComplaintSchema),
      async (c) => {
        const receipt = await registerComplaint(deps, c.get("caller"), c.req.valid("json"));
        return c.json(receipt, receipt.created ? 201 : 200);
      },
    )
    .post(
      "/batch",
      describe(
        "Register several clips; each has its own result, in their order",
        {
          200: {
            description:
              "A receipt or a problem for each; with `Retry-After` when some were too many at once",
            schema: registerBatchResultSchema,
          },
        },
        ["invalid-request", "malformed-json", "body-too-large", ...REFUSED],
      ),
      authorise("complaint:register"),
      limited,
      validate("json", registerBatchSchema),
      async (c) => {
        const { result, retryAfterSeconds } = await registerBatch(deps, c.get("caller"), c.req.valid("json"));
        if (retryAfterSeconds !== null) c.header("Retry-After", String(retryAfterSeconds));
        return c.json(result, 200);
      },
    )
    .get(
      "/",
      describe(
        "List complaints: newest first, or those open by due date",
        { 200: { description: "A page", schema: complaintPageSchema } },
        ["invalid-request", ...REFUSED],
      ),
      authorise("complaint:read-own"),
      validate("query", listComplaintsSchema),
      async (c) => c.json(await listComplaints(deps, c.get("caller"), c.req.valid("query")), 200),
    )
    .get(
      "/:id",
      describe(
        "One complaint with its clip, evidence, due dates and how they were counted",
        { 200: { description: "The complaint", schema: complaintSchema } },
        ["not-found", ...REFUSED],
      ),
      authorise("complaint:read-own"),
      validate("param", byId),
      async (c) => c.json(await findComplaint(deps, c.get("caller"), c.req.valid("param").id), 200),
    )
    .post(
      "/:id/steps",
      describe(
        "Record that what a clock waits for has been done",
        { 200: { description: "The complaint as it is now", schema: complaintSchema } },
        [
          "invalid-request",
          "not-found",
          "step-already-recorded",
          "conflict-of-interest",
          "cross-site-request",
          ...REFUSED,
        ],
      ),
      authorise("complaint:step"),
      validate("param", byId),
      validate("json", recordStepSchema),
      async (c) =>
        c.json(
          await recordStep(deps, c.get("caller"), { ...c.req.valid("param"), ...c.req.valid("json") }),
          200,
        ),
    )
    .route("/", termRoutes(deps, authorise))
    .route("/", subjectRoutes(deps, authorise))
    .route("/", taskLinkRoutes(deps, authorise))
    .route("/", clipRoutes(deps, authorise))
    .route("/", proofRoutes(deps, authorise));
}
