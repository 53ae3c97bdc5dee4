import { expect, it } from "vitest";
import { problemOf } from "../../tests/support/outbox-samples";
import { judgeAnswer } from "./judge-answer";

const HTML = "<html></html>";

it.each([
  ["created", 201, null, "accepted"],
  ["there already", 200, null, "accepted"],
  ["stored without an answer", 204, null, "accepted"],
  ["a malformed request", 400, problemOf("malformed-json"), "park"],
  ["our token is refused", 401, problemOf("not-signed-in"), "pair-again"],
  ["a proxy asks for its own password", 401, HTML, "wait"],
  ["no permission", 403, problemOf("not-allowed"), "park"],
  ["a proxy forbids it", 403, HTML, "wait"],
  ["no such file is expected", 404, problemOf("not-found"), "park"],
  ["nobody behind this address", 404, HTML, "wait"],
  ["the request took too long", 408, problemOf("unavailable"), "wait"],
  ["the id is taken", 409, problemOf("clip-id-reused"), "park"],
  ["too large", 413, problemOf("body-too-large"), "park"],
  ["a proxy's own limit", 413, HTML, "wait"],
  ["another name of the server", 421, problemOf("host-not-allowed"), "wait"],
  ["invalid", 422, problemOf("invalid-request"), "park"],
  ["too many requests", 429, problemOf("too-many-requests"), "wait"],
  ["the server fails", 500, problemOf("internal-error"), "retry-item"],
  ["something in between fails", 502, HTML, "wait"],
  ["busy", 503, problemOf("unavailable"), "wait"],
  ["no room", 507, problemOf("storage-full"), "wait"],
  ["elsewhere", 302, HTML, "wait"],
] as const)("%s: %i → %4$s", (_what, status, body, verdict) => {
  expect(judgeAnswer({ status, body, retryAfterMs: null }).verdict).toBe(verdict);
});

it("passes on how long to wait", () => {
  const answer = { status: 503, body: problemOf("unavailable"), retryAfterMs: 7_000 };
  expect(judgeAnswer(answer)).toMatchObject({ verdict: "wait", retryAfterMs: 7_000 });
});
