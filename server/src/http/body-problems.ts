import { PROBLEM_STATUS, type ProblemCode } from "@otklik/shared/problem-codes";
import type { generateSpecs } from "hono-openapi";

type Specs = Awaited<ReturnType<typeof generateSpecs>>;

/** What the one reader of JSON bodies refuses, whichever route has asked for it. */
const BODY_PROBLEMS: readonly ProblemCode[] = [
  "malformed-json",
  "bad-encoding",
  "body-too-large",
  "unsupported-media-type",
  "body-too-deep",
  "invalid-request",
];

/** The same document; each route that takes JSON now tells how a body may be refused. */
export function withBodyProblems(specs: Specs): Specs {
  for (const methods of Object.values(specs.paths ?? {})) {
    for (const operation of [methods?.post, methods?.put, methods?.patch, methods?.delete]) {
      if (operation?.requestBody === undefined) continue;
      const responses = operation.responses ?? {};
      const failed = responses["500"];
      const content = failed !== undefined && "content" in failed ? failed.content : undefined;
      for (const code of BODY_PROBLEMS) {
        const status = String(PROBLEM_STATUS[code]);
        const known = responses[status];
        const others =
          known !== undefined && "description" in known ? (known.description?.split(", ") ?? []) : [];
        if (others.includes(code)) continue;
        responses[status] = {
          description: [...others, code].join(", "),
          ...(content !== undefined && { content }),
        };
      }
      operation.responses = responses;
    }
  }
  return specs;
}
