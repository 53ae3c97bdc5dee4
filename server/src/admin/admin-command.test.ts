import { expect, it } from "vitest";
import { readAdminCommand, UsageError } from "./admin-command";

it.each([
  [["setup-link"], { verb: "setup-link" }],
  [
    ["create", "--email", "a@b.test", "--password-stdin", "--name", "Анна", "--organisation", "Ромашка"],
    { verb: "create", email: "a@b.test", name: "Анна", organisation: "Ромашка", zone: undefined },
  ],
  [
    ["create", "--password-stdin", "--email=a@b.test", "--zone", "Asia/Omsk"],
    { verb: "create", email: "a@b.test", zone: "Asia/Omsk" },
  ],
  [
    ["token", "--email", "a@b.test", "--scope", "badge:read,complaint:read"],
    { verb: "token", email: "a@b.test", scope: ["badge:read", "complaint:read"] },
  ],
  [["second-factor", "off", "--email", "a@b.test"], { verb: "second-factor-off", email: "a@b.test" }],
])("reads %j", (words, command) => {
  expect(readAdminCommand(words)).toEqual(expect.objectContaining(command));
});

it.each([
  ["nothing", [], "Say what to do."],
  ["an unknown command", ["destroy"], "There is no command destroy."],
  ["an unknown option", ["setup-link", "--force"], "--force"],
  ["a word too many", ["setup-link", "now"], "now"],
  ["no e-mail", ["create", "--password-stdin"], "--email is missing."],
  ["a password that history would keep", ["create", "--email", "a@b.test"], "--password-stdin"],
  ["a second factor to be turned on", ["second-factor", "on", "--email", "a@b.test"], "second-factor off"],
  ["no scope", ["token", "--email", "a@b.test"], "--scope is missing."],
  ["an unknown scope", ["token", "--email", "a@b.test", "--scope", "everything"], "no scope everything"],
])("refuses %s", (_what, words, sentence) => {
  const reading = () => readAdminCommand(words);
  expect(reading).toThrow(UsageError);
  expect(reading).toThrow(sentence);
});
