import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { clipPage } from "../clip-page";

const ADDRESS = "https://forum.example/12/";
const MOMENT = { now: new Date("2026-11-22T12:00:00Z"), zone: "Europe/Moscow" };
const WORDS = "Не везут третий день.";

/** In each the second post is meant; what it quotes, its signature and who edited it are not its words. */
const XENFORO_1 = `<ol>
  <li id="post-301" class="message" data-author="Ефим"><div class="messageUserInfo"><h3 class="userText"><a href="members/efim.1/" class="username">Ефим</a></h3></div><div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote class="messageText SelectQuoteContainer ugc">Где заказ?</blockquote></article></div><div class="messageMeta"><a href="posts/301/" class="datePermalink"><span class="DateTime" title="14 ноя 2026 в 10:00">14 ноя 2026</span></a></div></div></li>
  <li id="post-302" class="message" data-author="Дарья"><div class="messageUserInfo"><h3 class="userText"><a href="members/darya.2/" class="username">Дарья</a></h3><dl class="pairsJustified"><dt>Регистрация:</dt><dd>19 июн 2018</dd></dl></div><div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote class="messageText SelectQuoteContainer ugc"><div class="bbCodeBlock bbCodeQuote"><aside><div class="attribution type">Ефим сказал(а): ↑</div><blockquote class="quoteContainer"><div class="quote">Где заказ?</div></blockquote></aside></div><span id="words">${WORDS}</span></blockquote></article></div><div class="messageMeta"><a href="posts/302/" class="datePermalink"><abbr class="DateTime" data-time="1794722530" title="15 ноя 2026">35 минут назад</abbr></a></div></div></li></ol>`;
const VBULLETIN_3 = ["Ефим", "Дарья"]
  .map(
    (
      name,
      at,
    ) => `<div id="edit${201 + at}"><table id="post${201 + at}" class="tborder"><tr><td class="thead"><a name="post${201 + at}"></a> 15.11.2026, 09:0${at + 1} </td><td class="thead">#<a href="showthread.php?p=${201 + at}#post${201 + at}"><strong>${at + 1}</strong></a></td></tr>
  <tr><td class="alt2"><div id="postmenu_${201 + at}"><a class="bigusername" href="member.php?u=${at}">${name}</a></div><div class="smallfont"><div>Регистрация: 03.01.2004</div></div></td><td class="alt1" id="td_post_${201 + at}"><div id="post_message_${201 + at}">${at === 0 ? "Где заказ?" : `<div style="margin:20px"><div class="smallfont">Цитата:</div><table><tr><td class="alt2"><div>Сообщение от <strong>Ефим</strong></div><div>Где заказ?</div></td></tr></table></div><span id="words">${WORDS}</span>`}</div></td></tr></table></div>`,
  )
  .join("");
const PHPBB_2 = `<table>${["Ефим", "Дарья"]
  .map(
    (
      name,
      at,
    ) => `<tr><td class="row${at}"><span class="name"><a name="50${at}"></a><b>${name}</b></span><br><span class="postdetails">Зарегистрирован: 13 фев 2005<br>Сообщения: 2</span></td><td class="row${at}"><table><tr><td><a href="viewtopic.php?p=50${at}#50${at}"></a><span class="postdetails">Добавлено: Вс ноя 15, 2026 9:0${at + 1} am<span class="gen"> </span> Заголовок: Re: Суп</span></td></tr><tr><td><span class="postbody"${at === 1 ? ' id="words"' : ""}>${at === 0 ? "Где заказ?" : WORDS}</span><span class="postbody"><br>_________________<br>Всем тепла</span></td></tr></table></td></tr>
  <tr><td class="row${at}"><a href="#top">Вернуться к началу</a></td><td class="row${at}"></td></tr><tr><td class="spaceRow" colspan="2"></td></tr>`,
  )
  .join("")}</table>`;
const INVISION_3 = `<div class="post_block hentry" id="post_id_72"><h3><span class="author vcard"><a class="url fn" href="/user/4/">Дарья</a></span></h3><div class="post_body"><p class="posted_info">Отправлено <abbr class="published" title="2026-11-15T06:02:10+00:00">15 ноября 2026 - 09:02</abbr></p><div class="post entry-content"><p class="citation">Ефим сказал:</p><div class="blockquote"><div class="quote"><p>Где заказ?</p></div></div><p id="words">${WORDS}</p><p class="edit">Отредактировано Дарья, 16 ноября 2026 - 01:00</p></div></div></div>`;
const INVISION_4 = `<article id="elComment_901" class="ipsComment"><h3 class="cAuthorPane_author"><a href="/profile/9-darya/">Дарья</a></h3><a href="?comment=901">Опубликовано: <time datetime="2026-11-15T06:02:10Z">15 ноя</time></a><div data-role="commentContent"><p id="words">${WORDS}</p><span data-excludequote><strong>Изменено <time datetime="2026-11-16T10:00:00Z">16 ноя</time> пользователем Дарья</strong></span></div></article>`;
const SMF_1 = `<table><tr><td><a name="msg30"></a><table><tr><td class="windowbg2"><table><tr><td><b><a href="?action=profile;u=5">Ефим</a></b><div class="smalltext">Новичок<br>Сообщений: 13</div></td><td><div class="smalltext">« <b>Тема :</b> 15 Ноября 2026, 08:02:10 »</div><hr><div class="post">Где заказ?</div></td></tr></table></td></tr></table></td></tr>
  <tr><td><a name="msg31"></a><table><tr><td class="windowbg2"><table><tr><td><b><a href="?action=profile;u=6">Дарья</a></b><div class="smalltext">Новичок<br>Сообщений: 13</div></td><td><div class="smalltext">« <b>Ответ #1 :</b> 15 Ноября 2026, 09:02:10 »</div><hr><div class="post" id="words">${WORDS}</div></td></tr></table></td></tr></table></td></tr></table>`;
const OLD_THEME = `<ol><li class="comment even" id="comment-12"><div id="div-comment-12" class="comment-body"><div class="comment-author vcard"><cite class="fn">Дарья</cite> <span class="says">пишет:</span></div><div class="comment-meta commentmetadata"><a href="/12/#comment-12">15.11.2026 в 09:02</a></div><p id="words">${WORDS}</p><div class="reply"><a href="#">Ответить</a></div></div></li></ol>`;
const MYBB = `<div class="post" id="post_51"><div class="post_author"><span class="largetext"><a href="member.php?action=profile&amp;uid=4">Дарья</a></span></div><div class="post_content"><div class="post_head"><span class="post_date"><span title="15.11.2026">15.11.2026</span>, 09:02 <span class="post_edit"><span class="edited_post">(Сообщение изменено: 16.11.2026, 08:00, Дарья.)</span></span></span></div><div class="post_body" id="words">${WORDS}</div></div></div>`;
const VANILLA = `<ul><li class="Item Alt ItemComment" id="Comment_31"><div class="Comment"><span class="Author"><a href="/profile/3/D" class="Username">Дарья</a></span><span class="MItem DateCreated"><a href="/discussion/comment/31/#Comment_31"><time datetime="2026-11-15T06:02:10+00:00">ноябрь</time></a></span><div class="Message userContent"><blockquote class="UserQuote">Где заказ?</blockquote><span id="words">${WORDS}</span></div></div></li></ul>`;
const LIST_ARCHIVE = `<section id="thread-content"><div class="email email-first"><div id="ABCDEF" class="email-header"><div class="email-author"><span class="name"><a href="/archives/users/12/">Дарья</a></span></div><div class="email-date"><span title="Sender's time: 15.11.2026 09:02">15.11.2026 09:02</span></div></div><div class="email-body"><p id="words">${WORDS}</p></div></div></section>`;
const ANSWER = `<ul><li id="comment-555" class="comment"><div class="comment-body"><span class="comment-copy" id="words">${WORDS}</span> – <a href="/users/3/d" class="comment-user">Дарья</a> <span class="comment-date"><a href="#comment555_1"><span title="2026-11-15 06:02:00Z, License: CC BY-SA 4.0" class="relativetime-clean">Commented Nov 15, 2026 at 6:02</span></a></span></div></li></ul>`;

it.each([
  ["XenForo 1", XENFORO_1],
  ["vBulletin 3", VBULLETIN_3],
  ["phpBB 2", PHPBB_2],
  ["Invision 3", INVISION_3],
  ["Invision 4, edited", INVISION_4],
  ["SMF 1", SMF_1],
  ["an old theme of WordPress", OLD_THEME],
  ["MyBB, edited", MYBB],
  ["the only comment of Vanilla", VANILLA],
  ["HyperKitty", LIST_ARCHIVE],
  ["a comment whose tooltip has a licence", ANSWER],
])("a post of %s is read whole, with who and when", (_engine, html) => {
  const window = savedPage(`<!doctype html><body><h1>Доставка</h1>${html}</body>`, ADDRESS);
  const place = window.document.querySelector("#words");
  const { captured } = clipPage(
    window,
    { kind: "picker" },
    { moment: MOMENT, picked: place === null ? [] : [place] },
  );
  expect(captured).toMatchObject({ adapter: "any-page", narrative: WORDS, author: { name: "Дарья" } });
  expect(captured.postedAt?.at).toMatch(/^2026-11-15T06:02:/);
});
