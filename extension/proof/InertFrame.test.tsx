// @vitest-environment jsdom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, it } from "vitest";
import { nextFrame } from "../../tests/support/next-frame";
import { InertFrame } from "./InertFrame";

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

async function shown(html: string): Promise<HTMLIFrameElement | null> {
  await act(() => render(<InertFrame title="Копия" html={html} />, document.body));
  expect(document.querySelectorAll("iframe")).toHaveLength(1);
  return document.querySelector("iframe");
}

it("shows each content in a frame of its own, and the same content in the same frame", async () => {
  const first = await shown("<p>Пётр Соседов</p>");
  expect(await shown("<p>Пётр Соседов</p>")).toBe(first);
  const second = await shown("<p>▆▆▆▆▆▆</p>");
  expect(second).not.toBe(first);
  expect(second?.getAttribute("srcdoc")).toBe("<p>▆▆▆▆▆▆</p>");
});

it("ATT-01 gives the page no script, no form, no window and no origin", async () => {
  const frame = await shown("<script>parent.pwned = true</script>");
  expect(frame?.getAttribute("sandbox")).toBe("");
});
