import { expect, it } from "vitest";
import { checkAddress } from "./check-address";

const NONE: ReadonlySet<string> = new Set();
const notAllowed = expect.objectContaining({ reason: "address-not-allowed" });

it.each([
  ["SSRF-01", "http://127.0.0.1/"],
  ["SSRF-01", "http://127.1/"],
  ["SSRF-01", "http://0/"],
  ["SSRF-01", "http://2130706433/"],
  ["SSRF-01", "http://0x7f.1/"],
  ["SSRF-01", "http://017700000001/"],
  ["SSRF-01", "http://①②⑦.⓪.⓪.①/"],
  ["SSRF-01", "http://127。0。0。1/"],
  ["SSRF-01", "http:\\\\127.0.0.1"],
  ["SSRF-01", "http://[::]/"],
  ["SSRF-01", "http://[::1]/"],
  ["SSRF-02", "http://[::ffff:127.0.0.1]/"],
  ["SSRF-02", "http://[::127.0.0.1]/"],
  ["SSRF-02", "http://[64:ff9b::7f00:1]/"],
  ["SSRF-02", "http://[2002:7f00:1::]/"],
  ["SSRF-03", "http://169.254.169.254/latest/meta-data"],
  ["SSRF-05", "file:///etc/passwd"],
  ["SSRF-05", "ftp://example.test/"],
  ["SSRF-05", "gopher://example.test/"],
  ["SSRF-06", "http://example.test:22/"],
  ["SSRF-06", "http://example.test:25/"],
  ["SSRF-06", "https://example.test:5432/"],
  ["SSRF-06", "https://example.test:6379/"],
  ["SSRF-06", "https://user@example.test/"],
  ["SSRF-06", "https://:password@example.test/"],
  ["SSRF-06", "no address at all"],
])("%s refuses %s", (_id, address) => {
  expect(() => checkAddress(address, NONE)).toThrow(notAllowed);
});

it.each([
  ["http://example.test/feed", "http://example.test/feed"],
  ["https://example.test:443/", "https://example.test/"],
  ["http://example.test:443/", "http://example.test:443/"],
  ["https://93.184.216.34/", "https://93.184.216.34/"],
])("lets %s through", (address, href) => {
  expect(checkAddress(address, NONE).href).toBe(href);
});

it("lets an origin of the settings be internal and have any port, and no other port of that host", () => {
  const configured = new Set(["http://127.0.0.1:9000"]);
  expect(checkAddress("http://127.0.0.1:9000/keys", configured).port).toBe("9000");
  expect(() => checkAddress("http://127.0.0.1:9001/keys", configured)).toThrow(notAllowed);
  expect(() => checkAddress("https://127.0.0.1:9000/keys", configured)).toThrow(notAllowed);
});
