// @vitest-environment jsdom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { nextFrame } from "../../tests/support/next-frame";
import { sayBefore } from "../messages/registered-before";
import { AddButton } from "./AddButton";

const number = "№ 2026-000142";
const onAdd = vi.fn();

beforeEach(async () => {
  onAdd.mockClear();
  await act(() =>
    render(<AddButton locale="ru" number={number} isSending={false} onAdd={onAdd} />, document.body),
  );
});

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

async function press(words: string): Promise<void> {
  const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === words);
  expect(button).toBeDefined();
  await act(() => button?.click());
}

it("sends nothing at the first press, and stands on the answer that sends nothing", async () => {
  await press(sayBefore("ru", "addTo", { number }));
  expect(onAdd).not.toHaveBeenCalled();
  expect(document.activeElement?.textContent).toBe(sayBefore("ru", "add.keep"));
});

it("sends once it is said again", async () => {
  await press(sayBefore("ru", "addTo", { number }));
  await press(sayBefore("ru", "add.send"));
  expect(onAdd).toHaveBeenCalledTimes(1);
});

it("is as before when it is not to be sent", async () => {
  await press(sayBefore("ru", "addTo", { number }));
  await press(sayBefore("ru", "add.keep"));
  await press(sayBefore("ru", "addTo", { number }));
  expect(onAdd).not.toHaveBeenCalled();
});
