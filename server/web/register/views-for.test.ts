import type { Role } from "@otklik/shared/people/roles";
import { expect, it } from "vitest";
import { viewsFor } from "./views-for";

it.each<[string, readonly Role[], boolean]>([
  ["the chair, who decides", ["chair"], true],
  ["the head, who asks", ["head"], true],
  ["the admin", ["admin"], true],
  ["one of two roles", ["auditor", "chair"], true],
  ["a handler", ["handler"], false],
  ["an agent", ["agent"], false],
  ["an approver", ["approver"], false],
  ["an auditor", ["auditor"], false],
])("lists what waits for a decision only for those who have part in it: %s", (_who, roles, isListed) => {
  expect(viewsFor(roles)).toEqual(["newest", "mine", "overdue", ...(isListed ? ["awaiting_decision"] : [])]);
});
