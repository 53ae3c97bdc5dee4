import { problemSchema } from "@otklik/shared/problem";
import { PROBLEM_STATUS, type ProblemCode } from "@otklik/shared/problem-codes";
import { describeRoute, resolver } from "hono-openapi";
import type { z } from "zod";

interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Of the body, when it is not JSON. */
  readonly mediaType?: string;
}

/**
 * What `openapi.json` says of a route: what it does, what it answers, and the problems of its
 * own. Those that any route may have are added to all.
 */
export function describe(
  summary: string,
  answers: Readonly<Record<number, Answer>>,
  problems: readonly ProblemCode[] = [],
) {
  return describeRoute({
    summary,
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, toResponse(answer)])),
      ...problemResponses([...problems, "too-many-requests", "unavailable", "internal-error"]),
    },
  });
}

function toResponse({ description, schema, mediaType }: Answer) {
  if (schema !== undefined) {
    return { description, content: { "application/json": { schema: resolver(schema) } } };
  }
  return mediaType === undefined ? { description } : { description, content: { [mediaType]: {} } };
}

function problemResponses(codes: readonly ProblemCode[]) {
  const schema = resolver(problemSchema);
  const responses: Record<
    number,
    { description: string; content: Record<string, { schema: typeof schema }> }
  > = {};
  for (const code of codes) {
    const status = PROBLEM_STATUS[code];
    const others = responses[status]?.description;
    responses[status] = {
      description: others === undefined ? code : `${others}, ${code}`,
      content: { "application/problem+json": { schema } },
    };
  }
  return responses;
}
