import { describe, expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { clipPage } from "../clip-page";
import { pageOf } from "../page";
import { mayHoldQuotedMail, newWordsOf } from "./strip-quoted";

const NEW = "<div>Курьер не приехал.</div><div><br></div><div>Верните деньги.</div>";
const WORDS = "Курьер не приехал.\n\nВерните деньги.";
const OLD = "<div>Ваш заказ принят.</div>";

function read(html: string) {
  const page = pageOf(savedPage(`<body>${html}</body>`, "https://mail.example/"));
  const { body } = page.document;
  return { ...newWordsOf(page, body), mayHold: mayHoldQuotedMail(page, body) };
}

describe("a mail's new words", () => {
  it.each([
    [
      "Gmail",
      `<div class="gmail_quote gmail_quote_container"><div class="gmail_attr">ср, 18 нояб. 2026 г. в 20:40, С &lt;<a href="mailto:s@kot.example">s@kot.example</a>&gt;:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc">${OLD}</blockquote></div>`,
    ],
    [
      "Gmail of old",
      `<div class="gmail_extra"><br><div class="gmail_quote">On Wed, Nov 18, 2026 at 8:40 PM, S <span>&lt;s@kot.example&gt;</span> wrote:<br><blockquote class="gmail_quote">${OLD}</blockquote></div><br></div>`,
    ],
    [
      "Apple",
      `<br><div><blockquote type="cite"><div>18 нояб. 2026 г., в 20:40, С написал(а):</div>${OLD}</blockquote></div>`,
    ],
    [
      "Thunderbird",
      `<div class="moz-cite-prefix">18.11.2026 20:40, С пишет:<br></div><blockquote type="cite">${OLD}</blockquote>`,
    ],
    [
      "Yandex",
      `<div>18.11.2026, 20:40, "С" &lt;s@kot.example&gt;:</div><blockquote><div>Ваш заказ принят.</div></blockquote>`,
    ],
    [
      "Mail.ru",
      `<div class="mail-quote-collapse"><br><br><blockquote style="border-left:1px solid #0857A6;margin:10px;padding:0 0 0 10px">Среда, 18 ноября 2026, 20:40 +03:00 от С:<br>${OLD}</blockquote></div>`,
    ],
    [
      "Outlook on the web",
      `<div id="x_appendonsend"></div><hr><div id="x_divRplyFwdMsg"><b>Von:</b> S<br><b>Gesendet:</b> 18</div>${OLD}`,
    ],
    [
      "Outlook of the desktop, in any language",
      `<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>Från:</b> S<br><b>Skickat:</b> den 18<br><b>Till:</b> Я<br><b>Ämne:</b> О</p></div></div>${OLD}`,
    ],
    ["Hotmail", `<hr id="stopSpelling">De : S<br>Envoyé : 18<br>${OLD}`],
    ["Yahoo", `<div id="yahoo_quoted_7" class="yahoo_quoted"><div>On Wednesday S wrote:</div>${OLD}</div>`],
    [
      "Roundcube",
      `<p id="v1reply-intro">On 2026-11-18 20:40, S wrote:</p><blockquote type="cite" style="border-left:#1010ff 2px solid">${OLD}</blockquote>`,
    ],
  ])("are without the quoted mail: %s", (_program, below) => {
    expect(read(NEW + below)).toMatchObject({ words: WORDS, hasQuoted: true, mayHold: true });
  });

  it("keep answers that stand between the quoted parts, with what they answer", () => {
    const mail = `<div class="gmail_quote"><div class="gmail_attr">On Wed, Nov 18, 2026 at 8:40 PM S wrote:</div><blockquote class="gmail_quote">Доставлен?</blockquote><div>Нет.</div><blockquote class="gmail_quote">Звонили?</blockquote><div>Тоже нет.</div><blockquote class="gmail_quote">Пока.</blockquote></div>`;
    expect(read(mail).words).toBe("> Доставлен?\n\nНет.\n\n> Звонили?\n\nТоже нет.");
  });

  it("keep answers between the parts of a mail that only one line opens", () => {
    const mail = `<div>18.11.2026, 20:40, "С" &lt;s@kot.example&gt;:</div><blockquote>Доставлен?</blockquote><div>Нет.</div><blockquote>Звонили?</blockquote><div>Тоже нет.</div>`;
    expect(read(mail).words).toBe("> Доставлен?\n\nНет.\n\n> Звонили?\n\nТоже нет.");
  });

  it("keep what stands below the quoted mail", () => {
    expect(read(`<blockquote type="cite">${OLD}</blockquote>${NEW}`).words).toBe(WORDS);
  });

  it("keep a quotation of the author's own", () => {
    const mail = "<div>На сайте сказано:</div><blockquote>Доставим за час.</blockquote><div>Ждал три.</div>";
    expect(read(mail)).toMatchObject({
      words: "На сайте сказано:\nДоставим за час.\nЖдал три.",
      hasQuoted: false,
      mayHold: true,
    });
  });

  it("of a mail that only forwards are all of it", () => {
    const mail = `<br><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>От: С</div>${OLD}</div>`;
    expect(read(mail)).toMatchObject({
      words: "---------- Forwarded message ---------\nОт: С\nВаш заказ принят.",
      hasQuoted: true,
    });
  });

  it("are what is read of a page that holds a mail's body and nothing else", () => {
    const html = `${NEW}<div>18.11.2026, 20:40, "С" &lt;s@kot.example&gt;:</div><blockquote>Принят.</blockquote>`;
    const { captured } = clipPage(savedPage(html, "https://saved.example/"), { kind: "popup" });
    expect(captured).toMatchObject({ adapter: "any-page", narrative: WORDS, notes: [] });
  });

  it.each([
    [
      "a ruled line with words",
      `<div>-------- Исходное сообщение --------</div><div>От: С &lt;s@kot.example&gt;</div><div>Дата: 18.11.2026 20:40</div><div>Кому: я</div>${OLD}`,
    ],
    [
      "a head in a paragraph below a line",
      `<div><hr></div><p><b>From:</b> С [mailto:s@kot.example]<br><b>Sent:</b> 18 ноября 2026 г. 20:40<br><b>To:</b> Я<br><b>Subject:</b> О</p>${OLD}`,
    ],
    [
      "to whom and of what, as Yandex has it",
      `<div>----------------</div><div>Кому: Я (ya@kot.example);</div><div>Тема: О;</div><div>18.11.2026, 20:40, "С" &lt;s@kot.example&gt;:</div><blockquote>${OLD}</blockquote>`,
    ],
  ])("are all that is read of a saved mail whose quotation follows %s", (_what, below) => {
    const { captured } = clipPage(savedPage(NEW + below, "https://saved.example/"), { kind: "popup" });
    expect(captured).toMatchObject({ adapter: "any-page", narrative: WORDS, notes: [] });
  });

  it.each([
    ["commands behind a prompt", "<pre>&gt; npm install\n&gt; npm start</pre><p>Готово.</p>"],
    ["a line of two dashes", "<p>-- </p><p>Подвал</p>"],
    ["a line drawn of signs", "<p>________________</p>"],
    ["a line that may open words of somebody", "<p>Служба пишет:</p><pre>&gt; Заказ принят.</pre>"],
  ])("are not what is read of a plain page with %s", (_what, below) => {
    const { captured } = clipPage(savedPage(NEW + below, "https://plain.example/"), { kind: "popup" });
    expect(captured).toMatchObject({ narrative: null, notes: ["post-not-found"] });
  });

  it("of a page that marks its body as a post are read by its marks", () => {
    const html = `<body class="h-entry"><p>Меню</p><p class="e-content">Курьер не приехал.</p><p class="p-author">С</p><p>-- </p><p>Подвал</p></body>`;
    const { captured } = clipPage(savedPage(html, "https://saved.example/"), { kind: "popup" });
    expect(captured.narrative).toBe("Курьер не приехал.");
  });

  it("are read as they are on a page that is no mail", () => {
    expect(read(NEW)).toMatchObject({ words: WORDS, hasQuoted: false, mayHold: false });
  });
});
