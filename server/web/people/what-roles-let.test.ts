import { mayDo, ORGANISATION_ROLES, PERMISSIONS } from "@otklik/shared/people/roles";
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

  it("names nothing that everybody in an organisation may do", () => {
    const told = new Set(whatRolesLet([], ORGANISATION_ROLES).map(({ permission }) => permission));
    const ofEverybody = Object.keys(PERMISSIONS).filter((name) => name.endsWith(":own"));
    expect(ofEverybody.filter((name) => [...told].some((each) => each === name))).toEqual([]);
  });
});
