import { expect, it } from "vitest";
import { z } from "zod";
import { newId } from "./new-id";

it("makes ids of version 4, each another one", () => {
  const ids = Array.from({ length: 1_000 }, newId);
  for (const id of ids) expect(z.uuid({ version: "v4" }).safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
