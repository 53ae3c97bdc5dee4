import { randomUUID } from "node:crypto";
import autocannon from "autocannon";
import { answerLoad } from "./load";

/** POST requests over many connections for a time; each carries the next of the tokens. */
export interface HttpOrder {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly path: string;
  readonly tokens: readonly string[];
  /** JSON whose `ID` is another UUID in every request. */
  readonly body: string;
}

await answerLoad<HttpOrder>(async ({ url, connections, seconds, path, tokens, body }) => {
  let sent = 0;
  const [before, after] = body.split("ID");
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: "POST",
        path,
        setupRequest: (request) => ({
          ...request,
          headers: {
            authorization: `Bearer ${tokens[sent++ % tokens.length]}`,
            "content-type": "application/json",
          },
          body: `${before}${randomUUID()}${after}`,
        }),
      },
    ],
  });
  return {
    done: result["2xx"],
    failed: result.non2xx + result.errors,
    seconds: result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
});
