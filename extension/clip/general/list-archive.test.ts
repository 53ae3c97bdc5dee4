import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { clipPage } from "../clip-page";

const ADDRESS = "https://lists.example/pipermail/soup/2026-November/000012.html";
const MAIL = `<title>[Soup] Пустая миска</title><body><h1>[Soup] Пустая миска</h1><b>Дарья</b> <a href="mailto:soup%40kot.example?Subject=Re&amp;In-Reply-To=%3C7%40kot%3E" title="[Soup] Пустая миска">darya at kot.example</a><br>
<i>Wed Nov 18 18:40:05 CET 2026</i><p><ul><li>Previous message: <a href="000011.html">[Soup] Где заказ</a></li></ul><hr><!--beginarticle-->
<pre>Привезли пустую миску.

On Tue, Nov 17, 2026 at 5:00 PM, Yefim &lt;<a href="https://lists.example/x">yefim at kot.example</a>&gt; wrote:
&gt;<i> Где заказ?
</i></pre><!--endarticle--><hr><a href="https://lists.example/mailman/listinfo/soup">More information about the Soup mailing list</a></body>`;

it.each([
  ["nothing", null],
  ["its words", "pre"],
])(
  "a mail of a list's archive is read by the order of its parts, where %s was pointed at",
  (_what, selector) => {
    const window = savedPage(`<!doctype html>${MAIL}`, ADDRESS);
    const place = selector === null ? null : window.document.querySelector(selector);
    const { captured } = clipPage(window, { kind: "picker" }, place === null ? {} : { picked: [place] });
    expect(captured).toMatchObject({
      adapter: "any-page",
      narrative: "Привезли пустую миску.",
      subject: "[Soup] Пустая миска",
      author: { name: "Дарья", handle: "darya@kot.example" },
      permalink: ADDRESS,
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact" },
    });
  },
);

it("a page with the same parts and no mail to answer is none of an archive", () => {
  const window = savedPage(MAIL.replace("In-Reply-To", "Body"), ADDRESS);
  expect(clipPage(window, { kind: "popup" }).captured.author?.handle ?? null).toBeNull();
});
