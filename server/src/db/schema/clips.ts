import type { Clip } from "@otklik/shared/complaint/clip";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns";
import { complaints } from "./complaints";
import { devices, people } from "./people";

/** Further clips of a complaint: evidence that came when it had its number already. */
export const addedClips = pgTable(
  "added_clips",
  {
    orgId: uuid("org_id").notNull(),
    /** Made by the client: adding it again finds this row. */
    id: uuid().notNull(),
    complaintId: uuid("complaint_id").notNull(),
    clip: jsonb().$type<Clip>().notNull(),
    /** SHA-256 of the clip as it was sent: the same id with another content is refused. */
    contentHash: bytes("content_hash").notNull(),
    addedAt: instant("added_at").notNull(),
    addedBy: uuid("added_by").notNull(),
    /** Null at the desk. */
    deviceId: uuid("device_id"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.complaintId], foreignColumns: [complaints.orgId, complaints.id] }),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [people.orgId, people.id] }),
    index("added_clips_of_complaint").on(t.orgId, t.complaintId, t.addedAt),
  ],
);

/** Keys of a complaint's posts beside the one on its own row: further posts, and those of added clips. */
export const complaintPosts = pgTable(
  "complaint_posts",
  {
    orgId: uuid("org_id").notNull(),
    permalinkKey: text("permalink_key").notNull(),
    complaintId: uuid("complaint_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.permalinkKey, t.complaintId] }),
    foreignKey({ columns: [t.orgId, t.complaintId], foreignColumns: [complaints.orgId, complaints.id] }),
  ],
);

/** What a text is known again by. Written after the registration, whose way it must not lengthen. */
export const textSketches = pgTable(
  "text_sketches",
  {
    orgId: uuid("org_id").notNull(),
    complaintId: uuid("complaint_id").notNull(),
    /** Two texts that share one are worth comparing. Empty when the text is too short to be told apart. */
    bands: integer().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.complaintId] }),
    foreignKey({ columns: [t.orgId, t.complaintId], foreignColumns: [complaints.orgId, complaints.id] }),
    index("text_sketches_bands").using("gin", t.orgId, t.bands),
  ],
);

/** Keys by which a device's clips were signed, each from its first use on. */
export const deviceKeys = pgTable(
  "device_keys",
  {
    orgId: uuid("org_id").notNull(),
    deviceId: uuid("device_id").notNull(),
    /** The uncompressed point, base64url. */
    publicKey: text("public_key").notNull(),
    firstUsedAt: instant("first_used_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.deviceId, t.publicKey] }),
    foreignKey({ columns: [t.orgId, t.deviceId], foreignColumns: [devices.orgId, devices.id] }),
  ],
);
