import { expect, it } from "vitest";
import { base64, bytesOfBase64 } from "./base64";

it.each([0, 1, 2, 3, 0x7fff, 0x8000, 0x8001])(
  "takes %i bytes there and back, at the edges of its pieces",
  (length) => {
    const bytes = Uint8Array.from({ length }, (_none, index) => index % 256);
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    expect(bytesOfBase64(base64(bytes))).toEqual(bytes);
  },
);
