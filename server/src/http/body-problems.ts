import type { ProblemCode } from "@otklik/shared/problem-codes";
import { addProblems, type Specs } from "./add-problems";

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
      if (operation?.requestBody !== undefined) addProblems(operation, BODY_PROBLEMS);
    }
  }
  return specs;
}
