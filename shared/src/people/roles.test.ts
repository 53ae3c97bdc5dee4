import { describe, expect, it } from "vitest";
import { EXTENSION_SCOPE, mayDo, PERMISSIONS, type Permission, type Role } from "./roles";

describe("mayDo", () => {
  it.each<[Role, Permission, boolean]>([
    ["agent", "complaint:register", true],
    ["auditor", "complaint:register", false],
    ["auditor", "complaint:read", true],
    ["auditor", "complaint:step", false],
    ["approver", "complaint:step", false],
    ["admin", "complaint:register", true],
  ])("%s, %s: %o", (role, permission, allowed) => {
    expect(mayDo([role], permission)).toBe(allowed);
  });

  it("allows what any of several roles allows, and nothing to nobody", () => {
    expect(mayDo(["auditor", "agent"], "complaint:register")).toBe(true);
    expect(mayDo([], "badge:read")).toBe(false);
  });

  it("lets an auditor change nothing", () => {
    const permissions = Object.keys(PERMISSIONS) as Permission[];
    const allowed = permissions.filter((permission) => mayDo(["auditor"], permission));
    // Approving a pairing lets the auditor's own browser read, and the account is their own: neither changes a complaint.
    expect(allowed.filter((permission) => !/:read(-own)?$/.test(permission))).toEqual([
      "device:approve",
      "account:own",
    ]);
  });
});

it("an extension may do no more than an agent", () => {
  expect(EXTENSION_SCOPE.filter((permission) => !mayDo(["agent"], permission))).toEqual([]);
});
