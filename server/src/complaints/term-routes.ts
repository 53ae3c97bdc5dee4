import { complaintSchema } from "@otklik/shared/complaint/complaint";
import {
  decideExtensionSchema,
  mergeSchema,
  receiveAgainSchema,
  reopenSchema,
  requestExtensionSchema,
  startPauseSchema,
  triageSchema,
} from "@otklik/shared/complaint/term-changes";
import type { ProblemCode } from "@otklik/shared/problem-codes";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { byPosition } from "./by-position";
import { decideExtension } from "./decide-extension";
import { endPause } from "./end-pause";
import { mergeComplaint } from "./merge-complaint";
import { receiveAgain } from "./receive-again";
import { reopenComplaint } from "./reopen-complaint";
import { requestExtension } from "./request-extension";
import { startPause } from "./start-pause";
import { triageComplaint } from "./triage-complaint";

const byId = z.strictObject({ id: z.uuid() });

/** A route that moves dates answers with the complaint as it is then. */
function describeMove(summary: string, problems: readonly ProblemCode[]) {
  return describe(summary, { 200: { description: "The complaint as it is now", schema: complaintSchema } }, [
    ...(["invalid-request", "not-found", "cross-site-request", "not-signed-in", "not-allowed"] as const),
    "complaint-merged",
    "conflict-of-interest",
    ...problems,
  ]);
}

const EXTENSION_PROBLEMS = [
  "complaint-closed",
  "step-already-recorded",
  "extension-not-allowed",
  "extension-too-late",
  "extension-not-later",
  "extension-too-long",
] as const;

/** What moves the dates of a registered complaint: mounted under it. */
export function termRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>()
    .post(
      "/:id/triage",
      describeMove(
        "Say what it is and on what it rests; its dates are counted anew from their original events",
        ["complaint-closed"],
      ),
      authorise("complaint:triage"),
      validate("param", byId),
      validate("json", triageSchema),
      async (c) => {
        const input = { ...c.req.valid("param"), ...c.req.valid("json") };
        return c.json(await triageComplaint(deps, c.get("caller"), input), 200);
      },
    )
    .post(
      "/:id/extensions",
      describeMove("Ask for a later date, before the present one has passed", [
        ...EXTENSION_PROBLEMS,
        "extension-waiting",
      ]),
      authorise("extension:request"),
      validate("param", byId),
      validate("json", requestExtensionSchema),
      async (c) => {
        const input = { ...c.req.valid("param"), ...c.req.valid("json") };
        return c.json(await requestExtension(deps, c.get("caller"), input), 200);
      },
    )
    .post(
      "/:id/extensions/:position/decision",
      describeMove("Approve a later date, which moves it and writes the notice of it, or refuse it", [
        ...EXTENSION_PROBLEMS,
        "extension-decided",
      ]),
      authorise("extension:decide"),
      validate("param", byPosition),
      validate("json", decideExtensionSchema),
      async (c) => {
        const input = { ...c.req.valid("param"), ...c.req.valid("json") };
        return c.json(await decideExtension(deps, c.get("caller"), input), 200);
      },
    )
    .post(
      "/:id/pauses",
      describeMove("Wait for the complainant: clocks that may pause stand still, legal ones go on", [
        "complaint-closed",
        "pause-running",
      ]),
      authorise("complaint:work"),
      validate("param", byId),
      validate("json", startPauseSchema),
      async (c) => {
        const input = { ...c.req.valid("param"), ...c.req.valid("json") };
        return c.json(await startPause(deps, c.get("caller"), input), 200);
      },
    )
    .post(
      "/:id/pauses/end",
      describeMove("Wait no longer: what stood still goes on without the time of the pause", [
        "complaint-closed",
        "pause-not-running",
      ]),
      authorise("complaint:work"),
      validate("param", byId),
      async (c) => c.json(await endPause(deps, c.get("caller"), c.req.valid("param").id), 200),
    )
    .post(
      "/:id/reopening",
      describeMove("Open a closed complaint again; every clock runs anew from now", ["complaint-open"]),
      authorise("complaint:work"),
      validate("param", byId),
      validate("json", reopenSchema),
      async (c) => {
        const input = { ...c.req.valid("param"), ...c.req.valid("json") };
        return c.json(await reopenComplaint(deps, c.get("caller"), input), 200);
      },
    )
    .post(
      "/:id/merge",
      describeMove("Let it go on in another open complaint, with the earlier dates of both", [
        "complaint-closed",
        "complaints-same",
      ]),
      authorise("complaint:work"),
      validate("param", byId),
      validate("json", mergeSchema),
      async (c) => {
        const input = { ...c.req.valid("param"), ...c.req.valid("json") };
        return c.json(await mergeComplaint(deps, c.get("caller"), input), 200);
      },
    )
    .post(
      "/:id/receipts",
      describeMove("The same came once more in another way; the clocks of that way run from it", [
        "complaint-closed",
      ]),
      authorise("complaint:work"),
      validate("param", byId),
      validate("json", receiveAgainSchema),
      async (c) => {
        const input = { ...c.req.valid("param"), ...c.req.valid("json") };
        return c.json(await receiveAgain(deps, c.get("caller"), input), 200);
      },
    );
}
