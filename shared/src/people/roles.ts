/** What a person may be in an organisation; several at once. */
export const ORGANISATION_ROLES = [
  "agent",
  "handler",
  "head",
  "approver",
  "chair",
  "auditor",
  "admin",
] as const;
/** Of the installation and no organisation: makes organisations, sees no complaint. */
export const PLATFORM_ROLE = "platform";
export const ROLES = [...ORGANISATION_ROLES, PLATFORM_ROLE] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];
export type Role = (typeof ROLES)[number];

/**
 * Who may do what: the one table that routes, the desk's buttons and the tests read. A device's token holds a subset
 * of its person's.
 */
export const PERMISSIONS = {
  "complaint:register": ["agent", "handler", "head", "admin"],
  /** Any complaint of the organisation. */
  "complaint:read": ["agent", "handler", "head", "approver", "chair", "auditor", "admin"],
  /** Those that the caller has registered or is responsible for. */
  "complaint:read-own": ["agent", "handler", "head", "approver", "chair", "auditor", "admin"],
  "complaint:step": ["handler", "head", "admin", "agent"],
  /** What it is, and on what it rests: this moves its dates. */
  "complaint:triage": ["handler", "head", "admin"],
  /** Waiting for the complainant, re-opening, merging, receiving once more. */
  "complaint:work": ["handler", "head", "admin"],
  /** Whom a complaint is about: they decide nothing on it. */
  "complaint:name-subject": ["handler", "head", "admin"],
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
  /** Name, password, second factor, passkeys, sessions and devices of oneself. */
  "account:own": ["agent", "handler", "head", "approver", "chair", "auditor", "admin", "platform"],
  "people:read": ["head", "auditor", "admin"],
  /** Inviting, roles, shutting out, links for a new password, cutting off others' devices. */
  "people:write": ["admin"],
  /** What was done in the organisation, by whom. */
  "log:read": ["head", "auditor", "admin"],
  "installation:organisations": ["platform"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** What an extension's token may do on behalf of its person. */
export const EXTENSION_SCOPE = [
  "complaint:register",
  "complaint:read-own",
  "badge:read",
  "organisation:read",
  "rules:read",
] as const satisfies readonly Permission[];

/** Whether any of the roles allows it. */
export function mayDo(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
}
