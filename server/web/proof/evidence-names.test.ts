import { expect, it } from "vitest";
import { evidenceNames } from "./evidence-names";

it("counts only where there are several of a kind", () => {
  const kinds = ["screenshot", "snapshot", "attachment", "snapshot", "snapshot"] as const;
  expect(evidenceNames("en", kinds)).toEqual([
    "Screenshot",
    "Snapshot of the post, 1 of 3",
    "Attachment",
    "Snapshot of the post, 2 of 3",
    "Snapshot of the post, 3 of 3",
  ]);
  expect(evidenceNames("ru", ["snapshot", "snapshot"])[1]).toBe("Копия записи, 2 из 2");
});
