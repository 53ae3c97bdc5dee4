import { PERMISSIONS, type Permission, ROLES, type Role } from "@otklik/shared/people/roles";
import { expect, it } from "vitest";
import { addressOf, isOpenTo, PLACE_GROUPS, type Place } from "./places";

const permissionsOf = (role: Role) =>
  Object.entries(PERMISSIONS)
    .filter(([, roles]: [string, readonly Role[]]) => roles.includes(role))
    .map(([permission]) => permission);

const places: readonly Place[] = Object.values(PLACE_GROUPS).flat();

it.each([
  ["people", "people:read"],
  ["log", "log:read"],
  ["sites", "sites:read"],
  ["organisations", "installation:organisations"],
] as const satisfies readonly (readonly [Place, Permission])[])(
  "%s is open to whoever has %s",
  (place, permission) => {
    for (const role of ROLES) {
      const permissions = permissionsOf(role);
      expect([role, isOpenTo(permissions, place)]).toEqual([role, permissions.includes(permission)]);
    }
  },
);

it.each(ROLES)("%s reaches their own profile", (role) => {
  expect(isOpenTo(permissionsOf(role), "account")).toBe(true);
});

it("no two pages have one address", () => {
  expect(new Set(places.map(addressOf)).size).toBe(places.length);
});
