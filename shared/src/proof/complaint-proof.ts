import { z } from "zod";
import { clipSchema, evidenceSchema, instantSchema } from "../complaint/clip";
import { signedReceiptSchema } from "./receipt";
import { PROOF_CHECKS } from "./verify-proof";

/** What lies in the store under a file's hash: those bytes, others, none any more, or none yet. */
export const STORED_STATES = ["kept", "changed", "lost", "awaited"] as const;
export type StoredState = (typeof STORED_STATES)[number];

export const proofCheckSchema = z.object({
  name: z.enum(PROOF_CHECKS),
  ok: z.boolean(),
  /** Hashes of the files that differ, are missing or were added. */
  files: z.array(z.string()),
});

/** One clip of a complaint, with what proves it. */
export const provedClipSchema = z.object({
  clipId: z.uuid(),
  /** When the register got it. */
  registeredAt: instantSchema,
  /** As it was registered, its proof included. */
  clip: clipSchema,
  /** Null for a clip that came without a proof. */
  receipt: signedReceiptSchema.nullable(),
  /** What the server finds now; empty without a proof. */
  checks: z.array(proofCheckSchema),
  stored: z.array(
    z.object({
      sha256: evidenceSchema.shape.sha256,
      state: z.enum(STORED_STATES),
      /** When its bytes came; null while they are awaited. */
      storedAt: instantSchema.nullable(),
    }),
  ),
});
export type ProvedClip = z.infer<typeof provedClipSchema>;

/** `GET /api/complaints/:id/proof`. */
export const complaintProofSchema = z.object({
  complaintId: z.uuid(),
  incomingNumber: z.string(),
  zone: z.string(),
  /** The clip that it was registered with, then those that were added, in their order. */
  clips: z.array(provedClipSchema).min(1),
});
export type ComplaintProof = z.infer<typeof complaintProofSchema>;
