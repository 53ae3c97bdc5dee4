import { expect, it } from "vitest";
import { backgroundAddress, visibleStyle } from "./visible-style";

/** A computed style of these values alone. */
function styleOf(values: Record<string, string>): CSSStyleDeclaration {
  return Object.assign(Object.create(null), { getPropertyValue: (name: string) => values[name] ?? "" });
}

it.each([
  ["a colour of its own", { color: "rgb(1, 2, 3)" }, "color:rgb(1, 2, 3)"],
  ["nothing that is as at the beginning", { display: "inline", opacity: "1", "margin-top": "0px" }, ""],
  ["what sticks to the screen, loosened", { position: "fixed" }, "position:relative"],
  ["lines that the page cuts, whole", { display: "-webkit-box" }, "display:block"],
  [
    "a border that is seen",
    { "border-top-style": "solid", "border-top-width": "1px", "border-top-color": "red" },
    "border-top:1px solid red",
  ],
  ["no border that is none", { "border-top-style": "none", "border-top-width": "3px" }, ""],
])("writes %s", (_what, values, text) => {
  expect(visibleStyle(styleOf(values), null, false).text).toBe(text);
});

it.each([
  ["ends the sheet", 'x"</style><script>'],
  ["ends its rule", "x} body{display:none"],
  ["begins another declaration", "x;background:red"],
  ["is escaped", "\\3c x"],
  ["asks for an address", "url(//evil.test/a)"],
])("writes no value that %s", (_what, family) => {
  expect(visibleStyle(styleOf({ "font-family": family }), null, false).text).toBe("");
});

it("writes what comes from the parent once", () => {
  const parent = visibleStyle(styleOf({ color: "red", "font-size": "16px" }), null, false);
  expect(visibleStyle(styleOf({ color: "red", "font-size": "18px" }), parent.inherited, false).text).toBe(
    "font-size:18px",
  );
});

it.each([
  ['url("https://forum.test/a.png")', "https://forum.test/a.png"],
  ['linear-gradient(red, blue), url("https://forum.test/a\\"b.png")', 'https://forum.test/a"b.png'],
  ["none", null],
  ["linear-gradient(red, blue)", null],
])("finds the picture behind: %s", (image, address) => {
  expect(backgroundAddress(styleOf({ "background-image": image }))).toBe(address);
});
