import { LIMITS } from "@otklik/shared/complaint/limits";
import { expect, it } from "vitest";
import { textFault } from "./text-fault";

const most = LIMITS.calendarFileLength;

it.each([
  ["of no bytes", "", "empty"],
  ["of blanks and lines alone", " \n\t\r\n", "empty"],
  ["of one digit", "0", null],
  ["as long as is read", "0".repeat(most), null],
  ["longer by one", "0".repeat(most + 1), "too-long"],
  ["as long as is read, of letters that are two units each", "\u{1F4C5}".repeat(most), null],
])("a text %s", (_what, text, fault) => {
  expect(textFault(text)).toBe(fault);
});
