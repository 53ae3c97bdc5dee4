import type { Problem } from "@otklik/shared/problem";
import type { PROBLEM_STATUS, ProblemCode } from "@otklik/shared/problem-codes";
import type { ApplyGlobalResponse } from "hono/client";
import type { createApp } from "./app";

type ProblemAnswers = { [status in (typeof PROBLEM_STATUS)[ProblemCode]]: { json: Problem } };

/** What `hc<Api>(address)` calls, with every answer and every problem typed. */
export type Api = ApplyGlobalResponse<ReturnType<typeof createApp>, ProblemAnswers>;
