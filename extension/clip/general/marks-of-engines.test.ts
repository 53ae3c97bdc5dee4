import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { clipPage } from "../clip-page";

const ADDRESS = "https://forum.example/12/";
const MOMENT = { now: new Date("2026-11-22T12:00:00Z"), zone: "Europe/Moscow" };

const COMMENT = `<div id="answer-56" class="answer"><div class="text"><p>Верните в магазин.</p></div>
  <div class="post-signature"><div class="user-info">ответил <span title="2026-11-15 06:02:10Z" class="relativetime">неделю назад</span> <a href="/users/4">Дарья</a></div></div>
  <ul><li id="comment-77" class="comment"><div class="comment-body js-comment-edit-hide"><span class="comment-copy">А вы звонили?</span> <a href="/users/5/fedot" class="comment-user">Федот</a>
  <span class="comment-date"><span title="2026-11-16 11:00:00Z" class="relativetime-clean">Nov 16</span></span></div></li></ul></div>`;
const CHAT = `<div class="history"><div class="message default" id="message101"><div class="body"><div class="date details" title="15.11.2026 09:02:10 UTC+03:00">09:02</div><div class="from_name">Дарья</div><div class="reply_to details">В ответ на <a href="#go_to_message99">сообщение</a></div><div class="text">Не везут третий день.</div></div></div>
  <div class="message default joined" id="message102"><div class="body"><div class="date details" title="15.11.2026 09:05:10 UTC+03:00">09:05</div><div class="text">И не отвечают.</div></div></div></div>`;
const note = (id: string, who: string, words: string) =>
  `<div class="xcSej"><div class="xBwhh"><div><a href="/@${who}/${id}"><time datetime="2026-11-15 00:02:10" title="2026-11-15 00:02:10 -0600">7 дн.</time></a> <a href="/@${who}">${who} ✿</a> <span>@${who}</span></div><div>${words}</div></div></div>`;
const NOTES = `<div>${note("9abc1", "darya", "Не везут третий день.")}${note("9abc2", "zoya", "Пишите в контору.")}</div>`;
const LONE = `<ol><li class="post" id="post-112"><div class="post-body"><header><span class="author"><a href="https://chat.example/by/darya/">Дарья</a></span> <a href="#post-112" class="time-ago" title="Sunday, November 15, 2026 9:02 AM">7 дн. назад</a> <span class="edited">изменено 18 ноября 2026, 10:00</span></header><div class="words"><p>Не везут третий день.</p></div></div><ul></ul></li></ol>`;
const RAW = `<div><div class="item"><a class="author" href="/efim">Ефим</a> <time datetime="2026-11-14T10:00:00Z">14.11</time><div><p>Где заказ?</p></div></div>
  <div class="item" id="second"><a class="author" href="/darya">Дарья</a> <time datetime="2026-11-15T06:02:10Z">15.11</time><div><p>Не везут третий день.</p><div class="raw hide">Не везут **третий** день.</div></div></div></div>`;

it.each([
  [
    "an answer with the time beside its author",
    COMMENT,
    "#answer-56 p",
    "Верните в магазин.",
    "Дарья",
    "06:02",
  ],
  ["the only comment of an answer", COMMENT, ".comment-copy", "А вы звонили?", "Федот", "2026-11-16T11:00"],
  ["a message of an exported chat", CHAT, "#message101 .text", "Не везут третий день.", "Дарья", "06:02"],
  ["a further message of the same person", CHAT, "#message102 .text", "И не отвечают.", "Дарья", "06:05"],
  [
    "a note under classes without meaning",
    NOTES,
    "a[href$='9abc1']",
    "Не везут третий день.",
    "darya ✿",
    "06:02",
  ],
  ["a lone comment with its date in a tooltip", LONE, ".words", "Не везут третий день.", "Дарья", "06:02"],
  ["a post whose source is hidden", RAW, "#second p", "Не везут третий день.", "Дарья", "06:02"],
])("%s is read whole, with who and when", (_what, html, selector, narrative, name, time) => {
  const window = savedPage(`<!doctype html><body><h1>Доставка</h1>${html}</body>`, ADDRESS);
  const place = window.document.querySelector(selector);
  const { captured } = clipPage(
    window,
    { kind: "picker" },
    { moment: MOMENT, picked: place === null ? [] : [place] },
  );
  expect(captured).toMatchObject({ adapter: "any-page", narrative, author: { name } });
  expect(captured.postedAt?.at).toContain(time);
});
