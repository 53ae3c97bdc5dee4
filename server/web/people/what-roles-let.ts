import {
  mayDo,
  ORGANISATION_ROLES,
  type OrganisationRole,
  PERMISSIONS,
  type Permission,
  type Role,
} from "@otklik/shared/people/roles";

/** Everybody in an organisation may do it too, but it is what the register is there for. */
const SAID_OF_EVERYBODY = "complaint:read";

type OfEverybody = {
  [Each in Permission]: [OrganisationRole] extends [(typeof PERMISSIONS)[Each][number]] ? Each : never;
}[Permission];
type OfNobody = {
  [Each in Permission]: (typeof PERMISSIONS)[Each][number] & OrganisationRole extends never ? Each : never;
}[Permission];

/** What tells one role of an organisation from another. */
export type TellingPermission = Exclude<
  Permission,
  OfNobody | Exclude<OfEverybody, typeof SAID_OF_EVERYBODY>
>;

/** One thing that roles let a person do, and whether it is new or gone beside the roles that they have now. */
export interface Let {
  readonly permission: TellingPermission;
  readonly change: "kept" | "added" | "lost";
}

/**
 * What a person may do with the roles chosen, and what they lose by them, by the one table of permissions and in its
 * order.
 */
export function whatRolesLet(before: readonly Role[], after: readonly Role[]): Let[] {
  return permissions()
    .filter(isTelling)
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

function isTelling(permission: Permission): permission is TellingPermission {
  const holders = ORGANISATION_ROLES.filter((role) => mayDo([role], permission));
  if (permission === SAID_OF_EVERYBODY) return true;
  return holders.length > 0 && holders.length < ORGANISATION_ROLES.length;
}
