import type { Problem } from "@otklik/shared/problem";
import type { ApplyGlobalResponse } from "hono/client";
import type { createApp } from "./app";

interface ProblemAnswer {
  json: Problem;
}

/** What `hc<Api>(address)` calls, with every answer and every problem typed. */
export type Api = ApplyGlobalResponse<
  ReturnType<typeof createApp>,
  {
    400: ProblemAnswer;
    401: ProblemAnswer;
    403: ProblemAnswer;
    404: ProblemAnswer;
    405: ProblemAnswer;
    409: ProblemAnswer;
    410: ProblemAnswer;
    413: ProblemAnswer;
    415: ProblemAnswer;
    421: ProblemAnswer;
    422: ProblemAnswer;
    429: ProblemAnswer;
    500: ProblemAnswer;
    503: ProblemAnswer;
    507: ProblemAnswer;
  }
>;
