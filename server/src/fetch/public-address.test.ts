import { expect, it } from "vitest";
import { isPublicAddress } from "./public-address";

it.each([
  ["SSRF-01 this machine", "127.0.0.1"],
  ["SSRF-01 this machine by any of its addresses", "127.255.255.254"],
  ["SSRF-01 no address", "0.0.0.0"],
  ["SSRF-01 no address in six groups", "::"],
  ["SSRF-01 this machine in six groups", "::1"],
  ["SSRF-01 in brackets", "[::1]"],
  ["SSRF-02 mapped", "::ffff:127.0.0.1"],
  ["SSRF-02 mapped, of the open internet", "::ffff:93.184.216.34"],
  ["SSRF-02 compatible, which counts as unicast", "::127.0.0.1"],
  ["SSRF-02 translated by NAT64", "64:ff9b::7f00:1"],
  ["SSRF-02 translated by SIIT", "::ffff:0:7f00:1"],
  ["SSRF-02 6to4", "2002:7f00:1::"],
  ["SSRF-02 Teredo", "2001::1"],
  ["SSRF-02 of a local network", "fd00::1"],
  ["SSRF-02 link-local", "fe80::1"],
  ["SSRF-02 link-local of an interface", "fe80::1%eth0"],
  ["SSRF-03 a cloud's own data", "169.254.169.254"],
  ["SSRF-03 a cloud's own data in six groups", "fd00:ec2::254"],
  ["SSRF-03 of a provider's network", "100.64.0.1"],
  ["SSRF-03 of protocols", "192.0.0.1"],
  ["SSRF-03 of benchmarks", "198.18.0.1"],
  ["SSRF-03 private, large", "10.0.0.1"],
  ["SSRF-03 private, middle", "172.31.255.255"],
  ["SSRF-03 private, small", "192.168.0.1"],
  ["SSRF-03 multicast", "224.0.0.1"],
  ["SSRF-03 multicast in six groups", "ff02::1"],
  ["SSRF-03 broadcast", "255.255.255.255"],
  ["SSRF-03 of the future", "240.0.0.1"],
  ["a name", "example.test"],
  ["nothing", ""],
])("%s is not public: %s", (_rule, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each([["93.184.216.34"], ["8.8.8.8"], ["172.32.0.1"], ["2606:4700::6810:84e5"], ["[2606:4700::1111]"]])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);
