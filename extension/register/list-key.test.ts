import { expect, it } from "vitest";
import { listKeyOf } from "./list-key";

const NOTHING_HELD = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  defaultPrevented: false,
};

it.each([
  ["j goes on", { key: "j", code: "KeyJ" }, "next"],
  ["the same place in the Russian layout", { key: "о", code: "KeyJ" }, "next"],
  ["k goes back in the Russian layout", { key: "л", code: "KeyK" }, "previous"],
  ["c copies in the Russian layout", { key: "с", code: "KeyC" }, "copy"],
  ["w asks why in the Russian layout", { key: "ц", code: "KeyW" }, "why"],
  ["a Latin layout's own j, wherever it lies", { key: "j", code: "KeyC" }, "next"],
  ["an arrow", { key: "ArrowDown", code: "ArrowDown" }, "next"],
  ["an arrow that moves a mask on the screenshot", { key: "ArrowDown", defaultPrevented: true }, null],
  ["a question mark", { key: "?", code: "Slash", shiftKey: true }, "help"],
  ["a question mark of the Russian layout", { key: ",", code: "Slash", shiftKey: true }, "help"],
  ["Esc", { key: "Escape", code: "Escape" }, "close"],
  ["copying a selection is the browser's", { key: "c", code: "KeyC", ctrlKey: true }, null],
  ["a capital letter", { key: "J", code: "KeyJ", shiftKey: true }, null],
  ["another letter", { key: "x", code: "KeyX" }, null],
])("%s", (_what, press, expected) => {
  expect(listKeyOf({ code: "", ...NOTHING_HELD, ...press })).toBe(expected);
});
