import { fieldProblemsIn } from "@otklik/shared/field-problems";
import type { MiddlewareHandler, ValidationTargets } from "hono";
import type { InferInput } from "hono/validator";
import { resolver, uniqueSymbol } from "hono-openapi";
import type { z } from "zod";
import { RegisterError } from "../errors";
import type { AppEnv } from "./app-env";
import { readJson } from "./read-body";

type Target = "json" | "query" | "param";

interface Validated<T extends Target, S extends z.ZodType> {
  in: { [K in T]: z.input<S> extends ValidationTargets[K] ? z.input<S> : InferInput<z.input<S>, K> };
  out: { [K in T]: z.output<S> };
}

/**
 * Lets a request through when its body, query or path fits the schema; the handler then reads
 * it by `c.req.valid(target)`. A path that does not fit names nothing that exists: 404.
 */
export function validate<T extends Target, S extends z.ZodType, P extends string>(
  target: T,
  schema: S,
): MiddlewareHandler<AppEnv, P, Validated<T, S>> {
  const handler: MiddlewareHandler<AppEnv, P, Validated<T, S>> = async (c, next) => {
    const value =
      target === "json" ? await readJson(c) : target === "query" ? queryOf(c.req.queries()) : c.req.param();
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      if (target === "param") throw new RegisterError("not-found");
      throw new RegisterError("invalid-request", { errors: fieldProblemsIn(parsed.error) });
    }
    c.req.addValidatedData(target, parsed.data as object);
    await next();
  };
  // The mark by which hono-openapi finds the schema of a route.
  return Object.assign(handler, {
    [uniqueSymbol]: { target, ...resolver(schema, { options: { io: "input" } }) },
  });
}

/** A parameter given twice is a list, which no schema here accepts. */
function queryOf(queries: Record<string, string[]>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}
