import path from "node:path";
import { expect, it } from "vitest";
import { readEnv } from "./env";
import { StartRefusal } from "./start-refusal";
import { workspaceRoot } from "./workspace";

it("needs nothing: loopback, port 8787, a folder in the checkout, a database of its own", () => {
  expect(readEnv({ PORT: "", HOST: undefined })).toEqual({
    host: "127.0.0.1",
    port: 8787,
    dataDir: path.join(workspaceRoot, "data"),
    databaseUrl: null,
    publicUrl: "http://127.0.0.1:8787",
  });
});

it.each([
  ["the public address follows host and port", { HOST: "10.0.0.5", PORT: "80" }, "http://10.0.0.5:80"],
  ["an address of six groups stands in brackets", { HOST: "::1" }, "http://[::1]:8787"],
  ["nobody can open 0.0.0.0", { HOST: "0.0.0.0" }, "http://127.0.0.1:8787"],
  ["a slash at the end is dropped", { PUBLIC_URL: "https://register.test/" }, "https://register.test"],
])("%s", (_rule, variables, publicUrl) => {
  expect(readEnv(variables).publicUrl).toBe(publicUrl);
});

it.each([
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "80a"],
  ["PORT", "-1"],
  ["HOST", "127.0.0.1/8"],
  ["HOST", "a b"],
  ["DATABASE_URL", "mysql://localhost/otklik"],
  ["DATABASE_URL", "localhost:5432"],
  ["PUBLIC_URL", "register.test"],
  ["PUBLIC_URL", "ftp://register.test"],
  ["PUBLIC_URL", "https://register.test/otklik"],
  ["PUBLIC_URL", "https://user@register.test"],
])("refuses %s=%s with one sentence that names it", (name, value) => {
  const reading = () => readEnv({ [name]: value });
  expect(reading).toThrow(StartRefusal);
  expect(reading).toThrow(new RegExp(`^${name} must [^\\n]+\\.$`));
});

it("takes the least and the greatest port", () => {
  expect([readEnv({ PORT: "1" }).port, readEnv({ PORT: "65535" }).port]).toEqual([1, 65_535]);
});
