/*
 * Every primary and unique key begins with the organisation's id, so that the tables can be
 * distributed by organisation. What exists before any organisation (set-up links, pairings that
 * nobody has claimed) belongs to the installation, whose id is the nil UUID.
 */

export * from "./schema/accounts";
export * from "./schema/clips";
export * from "./schema/complaints";
export * from "./schema/dates";
export * from "./schema/edges";
export * from "./schema/evidence";
export * from "./schema/journal";
export * from "./schema/people";
export * from "./schema/rules";
export * from "./schema/sites";
export * from "./schema/task-links";
