import { DrizzleQueryError } from "drizzle-orm";
import postgres from "postgres";
import { expect, it } from "vitest";
import { RegisterError } from "./errors";
import { createLog } from "./log";

const SECRET = "варвара@romashka.test";

/** What one line of the log holds of an error. */
function logged(err: unknown) {
  let line = "";
  createLog({ write: (text) => (line += text) }).error({ err }, "failed");
  expect(line).not.toContain(SECRET);
  return JSON.parse(line).err;
}

const refusedBy = (fields: Readonly<Record<string, string>>) =>
  Object.assign(new postgres.PostgresError(fields.message ?? ""), fields);

it("tells a query that failed without its parameters", () => {
  const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
  const error = new DrizzleQueryError("select $1", [`${SECRET}\n    at ${SECRET}`], cause);
  expect(logged(error)).toMatchObject({
    type: "DrizzleQueryError",
    query: "select $1",
    stack: expect.arrayContaining([expect.stringMatching(/^at .*log\.test\.ts/)]),
    cause: { code: "ECONNREFUSED", message: "connect ECONNREFUSED 127.0.0.1:5432" },
  });
});

it("tells a broken rule of the database by its name, without the row", () => {
  const error = refusedBy({
    message: 'duplicate key value violates unique constraint "people_org_id_email_unique"',
    code: "23505",
    detail: `Key (email)=(${SECRET}) already exists.`,
    table_name: "people",
    constraint_name: "people_org_id_email_unique",
  });
  expect(logged(error)).toMatchObject({
    type: "PostgresError",
    code: "23505",
    where: "people people_org_id_email_unique",
  });
});

it("does not quote a value that does not fit its type", () => {
  const error = refusedBy({ message: `invalid input syntax for type uuid: "${SECRET}"`, code: "22P02" });
  expect(logged(error)).toMatchObject({ type: "PostgresError", code: "22P02" });
});

it("does not quote text that is not JSON", () => {
  expect(logged(new SyntaxError(`Unexpected token in "${SECRET}"`)).type).toBe("SyntaxError");
});

it("tells a defect by its message, and why", () => {
  const error = new RegisterError("unavailable", { cause: new Error("the row is not there") });
  expect(logged(error)).toMatchObject({
    message: "unavailable",
    cause: { type: "Error", message: "the row is not there" },
  });
});

it("tells of a thrown value that is no error only what it is, and of a circle no more than five rounds", () => {
  expect(logged(SECRET)).toEqual({ type: "string" });
  const circle = new Error("round and round");
  circle.cause = circle;
  expect(JSON.stringify(logged(circle)).match(/round and round/g)).toHaveLength(6);
});
