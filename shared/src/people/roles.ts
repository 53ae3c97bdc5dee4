/** Who may do what: the one table that routes, the desk's buttons and the tests read. */
export const ROLES = ["agent", "handler", "head", "approver", "chair", "auditor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What a caller may be let do. A device's token holds a subset of its person's. */
export const PERMISSIONS = {
  "complaint:register": ["agent", "handler", "head", "admin"],
  "complaint:read": ["agent", "handler", "head", "approver", "chair", "auditor", "admin"],
  "complaint:step": ["handler", "head", "admin", "agent"],
  /** What it is, and on what it rests: this moves its dates. */
  "complaint:triage": ["handler", "head", "admin"],
  /** Waiting for the complainant, re-opening, merging, receiving once more. */
  "complaint:work": ["handler", "head", "admin"],
  "extension:request": ["head", "admin"],
  "extension:decide": ["chair", "admin"],
  "rules:read": ["agent", "handler", "head", "approver", "chair", "auditor", "admin"],
  "rules:write": ["head", "admin"],
  /** How well each site is read. */
  "sites:read": ["head", "auditor", "admin"],
  /** What extensions look for on a page. */
  "sites:write": ["admin"],
  "badge:read": ["agent", "handler", "head", "approver", "chair", "auditor", "admin"],
  "organisation:read": ["agent", "handler", "head", "approver", "chair", "auditor", "admin"],
  "device:approve": ["agent", "handler", "head", "approver", "chair", "auditor", "admin"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** What an extension's token may do on behalf of its person. */
export const EXTENSION_SCOPE = [
  "complaint:register",
  "complaint:read",
  "badge:read",
  "organisation:read",
  "rules:read",
] as const satisfies readonly Permission[];

/** Whether any of the roles allows it. */
export function mayDo(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
}
