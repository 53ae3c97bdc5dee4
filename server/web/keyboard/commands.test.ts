import type { KeyPress } from "@otklik/shared/keyboard/key-press";
import { describe, expect, it } from "vitest";
import { commandOf } from "./commands";

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("outside of a field", () => {
  it.each([
    ["j", press("j", "KeyJ"), "next"],
    ["k", press("k", "KeyK"), "previous"],
    ["c", press("c", "KeyC"), "copy_link"],
    ["t", press("t", "KeyT"), "triage"],
    ["r", press("r", "KeyR"), "answer"],
    ["e", press("e", "KeyE"), "extend"],
    ["w", press("w", "KeyW"), "wait"],
    ["o", press("o", "KeyO"), "reopen"],
    ["m", press("m", "KeyM"), "merge"],
    ["d", press("d", "KeyD"), "show_dates"],
    ["Escape", press("Escape", "Escape"), "back"],
    ["/", press("/", "Slash"), "search"],
    ["?", press("?", "Slash", { shiftKey: true }), "help"],
    ["[", press("[", "BracketLeft"), "year_previous"],
    ["]", press("]", "BracketRight"), "year_next"],
    ["] in a Russian layout", press("ъ", "BracketRight"), "year_next"],
    ["Ctrl+Z", press("z", "KeyZ", { ctrlKey: true }), "undo"],
    ["Ctrl+Z in a Russian layout", press("я", "KeyZ", { ctrlKey: true }), "undo"],
    ["Ctrl+K", press("k", "KeyK", { ctrlKey: true }), "palette"],
    ["⌘K", press("k", "KeyK", { metaKey: true }), "palette"],
    ["j in a Russian layout", press("о", "KeyJ"), "next"],
    ["Ctrl+K in a Russian layout", press("л", "KeyK", { ctrlKey: true }), "palette"],
    ["/ in a Russian layout", press(".", "Slash"), "search"],
    ["? in a Russian layout", press(",", "Slash", { shiftKey: true }), "help"],
    ["j of a layout that has it elsewhere", press("j", "KeyC"), "next"],
  ])("%s is a command", (_keys, pressed, command) => {
    expect(commandOf(pressed, false)).toBe(command);
  });

  it.each([
    ["a letter without a command", press("x", "KeyX")],
    ["the place of j in a layout that has another Latin letter there", press("h", "KeyJ")],
    ["Ctrl+C, which copies text", press("c", "KeyC", { ctrlKey: true })],
    ["Ctrl+R, which reloads", press("r", "KeyR", { ctrlKey: true })],
    ["Alt+J", press("j", "KeyJ", { altKey: true })],
    ["Shift+J", press("J", "KeyJ", { shiftKey: true })],
    ["Ctrl+Shift+Z", press("Z", "KeyZ", { ctrlKey: true, shiftKey: true })],
    ["Ctrl+Shift+K", press("K", "KeyK", { ctrlKey: true, shiftKey: true })],
    ["the full stop's own key", press(".", "Period")],
    ["the comma's own key", press(",", "Comma")],
    ["Enter, which the focused link takes", press("Enter", "Enter")],
  ])("%s is none", (_keys, pressed) => {
    expect(commandOf(pressed, false)).toBeNull();
  });
});

describe("while typing in a field", () => {
  it.each([
    ["Escape", press("Escape", "Escape"), "back"],
    ["Ctrl+K", press("k", "KeyK", { ctrlKey: true }), "palette"],
    ["Ctrl+Z, which takes back what was typed", press("z", "KeyZ", { ctrlKey: true }), null],
    ["[", press("[", "BracketLeft"), null],
    ["j", press("j", "KeyJ"), null],
    ["/", press("/", "Slash"), null],
    ["?", press("?", "Slash", { shiftKey: true }), null],
    ["a Russian letter", press("о", "KeyJ"), null],
  ])("%s", (_keys, pressed, command) => {
    expect(commandOf(pressed, true)).toBe(command);
  });
});
