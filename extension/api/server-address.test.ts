import { expect, it } from "vitest";
import { readServerAddress } from "./server-address";

it.each([
  ["an address with scheme is taken as it is", "https://register.example", "https://register.example"],
  ["a slash at the end is no path", " https://register.example/ ", "https://register.example"],
  ["without scheme it is https", "register.example:8443", "https://register.example:8443"],
  ["without scheme on this machine it is http", "127.0.0.1:8787", "http://127.0.0.1:8787"],
  ["localhost may be http", "http://localhost:8787", "http://localhost:8787"],
  ["IPv6 loopback may be http", "http://[::1]:8787", "http://[::1]:8787"],
  ["a name under localhost may be http", "http://otklik.localhost", "http://otklik.localhost"],
])("%s: %s", (_rule, typed, origin) => {
  expect(readServerAddress(typed)).toEqual({ origin });
});

it.each([
  ["http to elsewhere", "http://register.example", "needs-https"],
  ["http to a look-alike of loopback", "http://127.0.0.1.example", "needs-https"],
  ["http to a look-alike of localhost", "http://localhost.example", "needs-https"],
  ["nothing", "  ", "not-an-address"],
  ["another scheme", "ftp://register.example", "not-an-address"],
  ["a script", "javascript:alert(1)", "not-an-address"],
  ["a user name", "https://agent:secret@register.example", "not-an-address"],
  ["a path", "https://register.example/otklik", "with-path"],
  ["a query", "https://register.example/?a=1", "with-path"],
])("EXT-07 refuses %s: %s", (_rule, typed, fault) => {
  expect(readServerAddress(typed)).toEqual({ fault });
});
