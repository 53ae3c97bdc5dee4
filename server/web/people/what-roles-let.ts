import { mayDo, PERMISSIONS, type Permission, type Role } from "@otklik/shared/people/roles";

/** What everybody in an organisation may do tells no role from another. */
const OF_EVERYBODY: ReadonlySet<Permission> = new Set([
  "complaint:read-own",
  "badge:read",
  "organisation:read",
  "device:approve",
  "account:own",
  "rules:read",
]);

/** One thing that roles let a person do, and whether it is new or gone beside the roles that they have now. */
export interface Let {
  readonly permission: Permission;
  readonly change: "kept" | "added" | "lost";
}

/**
 * What a person may do with the roles chosen, and what they lose by them, by the one table of permissions and in its
 * order.
 */
export function whatRolesLet(before: readonly Role[], after: readonly Role[]): Let[] {
  return permissions()
    .filter((permission) => !OF_EVERYBODY.has(permission))
    .flatMap((permission): Let[] => {
      const may = mayDo(after, permission);
      const could = mayDo(before, permission);
      if (may) return [{ permission, change: could ? "kept" : "added" }];
      return could ? [{ permission, change: "lost" }] : [];
    });
}

function permissions(): Permission[] {
  return Object.keys(PERMISSIONS).filter((name): name is Permission => name in PERMISSIONS);
}
