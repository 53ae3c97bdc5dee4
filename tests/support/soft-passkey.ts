import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const PRESENT_AND_VERIFIED = 0x05;
const WITH_NEW_KEY = 0x40;

/** A passkey in software, which answers as a browser would. */
export interface SoftPasskey {
  /** What it is made by. */
  make(challenge: string): {
    id: string;
    rawId: string;
    type: "public-key";
    response: Record<string, string>;
  };
  /** What it answers to a challenge; each answer counts one up. */
  answer(
    challenge: string,
    over?: { readonly origin?: string; readonly rpId?: string; readonly flags?: number },
  ): {
    id: string;
    rawId: string;
    type: "public-key";
    response: Record<string, string>;
  };
}

/** @param origin of the page where it is used */
export function softPasskey(origin: string): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const rawId = randomBytes(32);
  const id = rawId.toString("base64url");
  const named = { id, rawId: id, type: "public-key" as const };
  let count = 0;

  const authenticatorData = (rpId: string, flags: number, rest: Buffer = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([flags]), counter, rest]);
  };
  const clientData = (type: string, challenge: string, at: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));
  const ownRpId = new URL(origin).hostname;

  return {
    make(challenge) {
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      // COSE: {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y}
      const key = Buffer.concat([
        Buffer.from("a5010203262001215820", "hex"),
        Buffer.from(x, "base64url"),
        Buffer.from("225820", "hex"),
        Buffer.from(y, "base64url"),
      ]);
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, rawId.length]), rawId, key]);
      const data = authenticatorData(ownRpId, PRESENT_AND_VERIFIED | WITH_NEW_KEY, credential);
      // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}
      const attestation = Buffer.concat([
        Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex"),
        Buffer.from([data.length]),
        data,
      ]);
      const response = {
        clientDataJSON: clientData("webauthn.create", challenge, origin).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
      };
      return { ...named, response };
    },
    answer(challenge, { origin: at = origin, rpId = ownRpId, flags = PRESENT_AND_VERIFIED } = {}) {
      count++;
      const data = authenticatorData(rpId, flags);
      const client = clientData("webauthn.get", challenge, at);
      const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
      const response = {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
      };
      return { ...named, response };
    },
  };
}
