import type { Problem } from "@otklik/shared/problem";
import { localItem } from "../settings/local-item";

/** Why a pairing did not come about. */
export const PAIRING_FAILURES = [
  "pairing-expired",
  "pairing-refused",
  "unreachable",
  "refused-by-server",
  "not-our-server",
] as const;
export type PairingFailure = (typeof PAIRING_FAILURES)[number];

/** A pairing that waits for a person's approval at the desk (RFC 8628 with RFC 7636). */
export interface WaitingPairing {
  readonly phase: "waiting";
  readonly origin: string;
  readonly deviceCode: string;
  /** Proves that whoever fetches the token began the pairing. */
  readonly codeVerifier: string;
  readonly userCode: string;
  readonly verificationUrl: string;
  readonly expiresAt: string;
  readonly intervalSeconds: number;
  /** Not asked again before this instant. */
  readonly nextPollAt: string;
}

export interface FailedPairing {
  readonly phase: "failed";
  readonly origin: string;
  readonly failure: PairingFailure;
  /** The server's own words, where it gave some. */
  readonly problem: Problem | null;
}

export type PairingState = WaitingPairing | FailedPairing;

/** Stored, so that it goes on when the options page is closed or the background is ended. */
export const storedPairing = localItem<PairingState>("pairing");
