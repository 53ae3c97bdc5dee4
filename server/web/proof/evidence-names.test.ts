import { expect, it } from "vitest";
import { evidenceNames, namesByHash } from "./evidence-names";

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

it("counts in the order of the signed list, however the files lie in an archive", () => {
  const snapshot = { kind: "snapshot", masked: 0, storedAt: null } as const;
  const told = new Map([
    ["1a", snapshot],
    ["9f", snapshot],
  ]);
  const names = namesByHash("en", [{ sha256: "clip" }, { sha256: "9f" }, { sha256: "1a" }], told);
  expect([...names]).toEqual([
    ["9f", "Snapshot of the post, 1 of 2"],
    ["1a", "Snapshot of the post, 2 of 2"],
  ]);
});
