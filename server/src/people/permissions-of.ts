import { mayDo, PERMISSIONS, type Permission, type Role } from "@otklik/shared/people/roles";

const ALL = Object.keys(PERMISSIONS) as Permission[];
const known = new Map<string, ReadonlySet<Permission>>();

/**
 * What a caller may do.
 *
 * @param scope of a device's token: it can only narrow what its person may do; null at the desk
 */
export function permissionsOf(
  roles: readonly Role[],
  scope: readonly string[] | null,
): ReadonlySet<Permission> {
  // The combinations are few and every request needs one.
  const key = `${roles.join()}/${scope?.join() ?? "desk"}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const permissions = new Set(
    ALL.filter((permission) => mayDo(roles, permission) && (scope === null || scope.includes(permission))),
  );
  known.set(key, permissions);
  return permissions;
}
