import { mayDo, ORGANISATION_ROLES, PERMISSIONS, type Role } from "@otklik/shared/people/roles";
import { describe, expect, it } from "vitest";
import { whatRolesLet } from "./what-roles-let";

describe("what roles let a person do", () => {
  it.each(ORGANISATION_ROLES)("%s alone: nothing that the table does not give", (role) => {
    for (const { permission, change } of whatRolesLet([role], [role])) {
      expect([permission, mayDo([role], permission), change]).toEqual([permission, true, "kept"]);
    }
  });

  it("names what is new and what is lost when a head becomes an administrator's helper no more", () => {
    const changes = new Map(
      whatRolesLet(["head", "admin"], ["head", "chair"]).map(({ permission, change }) => [
        permission,
        change,
      ]),
    );
    expect(changes.get("people:write")).toBe("lost");
    expect(changes.get("extension:decide")).toBe("kept");
    expect(changes.get("log:read")).toBe("kept");
  });

  it("names nothing as lost for somebody who is invited", () => {
    expect(whatRolesLet([], ["agent"]).every(({ change }) => change === "added")).toBe(true);
    expect(whatRolesLet([], ["agent"]).map(({ permission }) => permission)).toContain("complaint:register");
  });

  it("names nothing that everybody in an organisation may do, but that they read complaints", () => {
    const told = new Set<string>(whatRolesLet([], ORGANISATION_ROLES).map(({ permission }) => permission));
    const ofEverybody = Object.entries(PERMISSIONS)
      .filter(([, roles]: [string, readonly Role[]]) =>
        ORGANISATION_ROLES.every((role) => roles.includes(role)),
      )
      .map(([permission]) => permission);
    expect(ofEverybody.length).toBeGreaterThan(5);
    expect(ofEverybody.filter((permission) => told.has(permission))).toEqual(["complaint:read"]);
  });

  it.each(ORGANISATION_ROLES)("has something to tell of %s", (role) => {
    expect(whatRolesLet([], [role])).not.toEqual([]);
  });

  it("names nothing that nobody in an organisation may do", () => {
    expect(whatRolesLet(["platform"], ["platform"])).toEqual([]);
  });
});
