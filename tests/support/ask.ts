import { problemSchema } from "@otklik/shared/problem";
import { expect } from "vitest";
import type { createApp } from "../../server/src/app";

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

/** Asks the app as a client on this machine would; `what` is such as `GET /api/badge`. */
export async function ask(
  app: Pick<ReturnType<typeof createApp>, "request">,
  what: string,
  { headers, json, body }: Asked = {},
): Promise<Response> {
  const space = what.indexOf(" ");
  const [method, path] = [what.slice(0, space), what.slice(space + 1)];
  return app.request(`http://127.0.0.1:8787${path}`, {
    method,
    headers: { ...(json !== undefined && { "content-type": "application/json" }), ...headers },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(body !== undefined && { body, duplex: "half" }),
  });
}

/** Expects a refusal of the contract's shape and gives its body. */
export async function expectProblem(answer: Response, status: number, code: string) {
  const text = await answer.text();
  expect({ status: answer.status, text }).toEqual({
    status,
    text: expect.stringContaining(`"code":"${code}"`),
  });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return problemSchema.parse(JSON.parse(text));
}
