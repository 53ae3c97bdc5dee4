// @vitest-environment jsdom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, it, vi } from "vitest";
import { nextFrame } from "../../tests/support/next-frame";
import { sayMailFile } from "../messages/mail-file";
import { MailFiles } from "./MailFiles";
import type { takeMailFiles } from "./take-mail-files";

const take = vi.hoisted(() => vi.fn<typeof takeMailFiles>());
vi.mock("./take-mail-files", () => ({ takeMailFiles: take }));

const show = (openId: string | null) =>
  act(() => render(<MailFiles locale="ru" openId={openId} />, document.body));
const status = () => document.querySelector("[role=status]")?.textContent;
const said = (count: number) => sayMailFile("ru", "drafts", { count });

async function drop(...drafts: string[]): Promise<void> {
  take.mockResolvedValueOnce({ drafts, refused: [] });
  const event = new Event("drop");
  Object.assign(event, { dataTransfer: { files: [new File(["mail"], "one.eml")] } });
  await act(() => void window.dispatchEvent(event));
  await vi.waitFor(() => expect(status()).toBe(said(drafts.length)));
}

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

it.each([
  ["was sent or closed", null],
  ["gave way to another", "older"],
])("tells that a mail became a draft until that %s", async (_what, next) => {
  await show("older");
  await drop("mail");
  await show("mail");
  expect(status()).toBe(said(1));
  await show(next);
  expect(status()).toBe("");
});

it("tells of mails whose newest draft was open before they were all taken", async () => {
  await show("newest");
  await drop("newest", "second");
  await show("second");
  expect(status()).toBe("");
});
