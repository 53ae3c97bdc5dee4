import type { Region } from "@otklik/shared/complaint/clip";
import { EVIDENCE_KINDS, type EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { addedClips } from "./clips";
import { bytes, instant } from "./columns";
import { complaints } from "./complaints";

export const evidenceKind = pgEnum("evidence_kind", EVIDENCE_KINDS);

export const evidence = pgTable(
  "evidence",
  {
    orgId: uuid("org_id").notNull(),
    complaintId: uuid("complaint_id").notNull(),
    position: smallint().notNull(),
    kind: evidenceKind().notNull(),
    sha256: bytes().notNull(),
    mediaType: text("media_type").$type<EvidenceMediaType>().notNull(),
    bytes: integer().notNull(),
    region: jsonb().$type<Region>(),
    masks: jsonb().$type<Region[]>().notNull(),
    /** Parts of a snapshot that were taken out before its hash was taken; null where it cannot have any. */
    maskedParts: integer("masked_parts"),
    /** The clip that was added with it; null when it is of the complaint's own. */
    addedClipId: uuid("added_clip_id"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.complaintId, t.position] }),
    foreignKey({ columns: [t.orgId, t.complaintId], foreignColumns: [complaints.orgId, complaints.id] }),
    foreignKey({ columns: [t.orgId, t.addedClipId], foreignColumns: [addedClips.orgId, addedClips.id] }),
    index("evidence_sha256").on(t.orgId, t.sha256),
  ],
);

/** Stored files, once for an organisation however many complaints refer to them. */
export const files = pgTable(
  "files",
  {
    orgId: uuid("org_id").notNull(),
    sha256: bytes().notNull(),
    mediaType: text("media_type").$type<EvidenceMediaType>().notNull(),
    bytes: integer().notNull(),
    storedAt: instant("stored_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.sha256] })],
);
