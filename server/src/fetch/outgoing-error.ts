/**
 * Why an address was not fetched. Nothing more is told: whether a port is closed, filtered or answers with an error
 * would map a network that the asking person cannot see.
 */
export class OutgoingError extends Error {
  readonly reason: "address-not-allowed" | "could-not-fetch";

  constructor(reason: OutgoingError["reason"], cause?: unknown) {
    super(reason, { cause });
    this.name = "OutgoingError";
    this.reason = reason;
  }
}
