import { Hono } from "hono";
import { pino } from "pino";
import { expect, it } from "vitest";
import type { AppEnv } from "./app-env";
import { handleError } from "./problem";

it.each(["40P01", "40001"])("asks whoever was given up for another (%s) to come again", async (code) => {
  const app = new Hono<AppEnv>().onError(handleError(pino({ level: "silent" })));
  app.get("/", () => {
    throw new Error("Failed query", { cause: Object.assign(new Error("deadlock detected"), { code }) });
  });
  const answer = await app.request("/");
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("2");
  expect(await answer.json()).toMatchObject({ code: "unavailable" });
});
