import { expect, it } from "vitest";
import { type Found, toFound } from "./found-by-number";

const OWN = "00000000-0000-4000-8000-000000000009";

const row = (incomingNumber: string, change: { id?: string; status?: "registered" | "closed" } = {}) => ({
  id: incomingNumber,
  incomingNumber,
  status: "registered" as const,
  kind: "claim" as const,
  channel: "email" as const,
  complainant: null,
  excerpt: "",
  permalink: null,
  registeredAt: "2026-03-02T09:00:00.000Z",
  responsible: null,
  nextDue: null,
  ...change,
});

it.each([
  ["whole", "2026-000142"],
  ["with its sign", "№ 2026-142"],
  ["without the year", "142"],
])("finds a number %s among others that end alike", (_how, typed) => {
  const found = toFound(typed, [row("2026-001142"), row("2026-000142")], OWN);
  expect(found).toMatchObject({ kind: "found", complaint: { incomingNumber: "2026-000142" } });
});

it.each<[Found["kind"], string, ReturnType<typeof row>[]]>([
  ["notNumber", "посылка", [row("2026-000142")]],
  ["missing", "142", []],
  ["missing", "2025-142", [row("2026-000142")]],
  ["several", "142", [row("2026-000142"), row("2025-000142")]],
  ["same", "142", [row("2026-000142", { id: OWN })]],
  ["closed", "142", [row("2026-000142", { status: "closed" })]],
])("tells %s for %s", (kind, typed, rows) => {
  expect(toFound(typed, rows, OWN).kind).toBe(kind);
});
