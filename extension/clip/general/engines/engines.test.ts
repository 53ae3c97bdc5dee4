import { describe, expect, it } from "vitest";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import bitrix from "./bitrix.fixture.html?raw";
import dle from "./dle.fixture.html?raw";
import drupal from "./drupal.fixture.html?raw";
import fluxbb from "./fluxbb.fixture.html?raw";
import invision from "./invision.fixture.html?raw";
import mybb from "./mybb.fixture.html?raw";
import nameless from "./nameless.fixture.html?raw";
import phpbb from "./phpbb.fixture.html?raw";
import smf from "./smf.fixture.html?raw";
import vbulletin from "./vbulletin.fixture.html?raw";
import vbulletin5 from "./vbulletin-5.fixture.html?raw";
import wordpress from "./wordpress.fixture.html?raw";
import xenforo from "./xenforo.fixture.html?raw";

const ADDRESS = "https://forum.example/12/";
const MOMENT = { now: new Date("2026-11-22T12:00:00Z"), zone: "Europe/Moscow" };

/** Each holds three posts; the second is meant, answers the first and may quote it. */
const ENGINES = [
  [
    "phpBB",
    phpbb,
    "https://forum.example/12/viewtopic.php?p=102#p102",
    "https://forum.example/12/memberlist.php?mode=viewprofile&u=9",
  ],
  [
    "vBulletin",
    vbulletin,
    "https://forum.example/12/showthread.php?12-kot&p=202#post202",
    "https://forum.example/12/member.php?9-aksinya",
  ],
  [
    "XenForo",
    xenforo,
    "https://forum.example/threads/kot.12/post-302",
    "https://forum.example/members/aksinya.9/",
  ],
  [
    "Invision",
    invision,
    "https://forum.example/topic/12-kot/?do=findComment&comment=402",
    "https://forum.example/profile/9-aksinya/",
  ],
  ["WordPress", wordpress, "https://forum.example/12/#comment-502", null],
  ["Drupal", drupal, "https://forum.example/comment/602#comment-602", null],
  [
    "Bitrix",
    bitrix,
    "https://forum.example/forum/messages/forum1/topic12/message702/#message702",
    "https://forum.example/forum/user/9/",
  ],
  ["DLE", dle, "https://forum.example/12/#comment-id-802", "https://forum.example/user/aksinya/"],
  [
    "SMF",
    smf,
    "https://forum.example/index.php?msg=902",
    "https://forum.example/index.php?action=profile;u=9",
  ],
  [
    "MyBB",
    mybb,
    "https://forum.example/12/showthread.php?tid=44&pid=952#pid952",
    "https://forum.example/member.php?action=profile&uid=9",
  ],
  [
    "FluxBB",
    fluxbb,
    "https://forum.example/12/viewtopic.php?pid=982#p982",
    "https://forum.example/12/profile.php?id=9",
  ],
  [
    "vBulletin 5",
    vbulletin5,
    "https://forum.example/forum/x/77-kot?p=992#post992",
    "https://forum.example/member/9",
  ],
  ["markup without a name", nameless, null, "https://forum.example/people/9"],
] as const;

describe.each(ENGINES)("a post of %s", (_engine, fixture, permalink, profileUrl) => {
  it("is the one that was picked, with its author, time, link and words, and without what it quotes", () => {
    const window = savedPage(fixture, ADDRESS);
    const words = window.document.querySelector("#words");
    const { captured } = clipPage(
      window,
      { kind: "picker" },
      { moment: MOMENT, picked: words === null ? [] : [words] },
    );
    expect(captured).toMatchObject({
      adapter: "any-page",
      narrative: "Заказ 5512 не привезли.\nДеньги не вернули.",
      author: { name: "Аксинья Рябова", profileUrl },
      permalink,
      postedAt: { at: "2026-11-17T07:30:00.000Z" },
      notes: [],
    });
  });

  it("is not guessed where nothing was pointed at", () => {
    const { captured } = clipPage(savedPage(fixture, ADDRESS), { kind: "popup" }, { moment: MOMENT });
    expect(captured.narrative ?? "").not.toMatch(/5512|заказывал|хорошо/);
  });
});

it.each([
  ["Invision's anchor before the post", invision, "https://forum.example/topic/12-kot/#comment-402"],
  ["MyBB's anchor before the post", mybb, "https://forum.example/showthread.php?tid=44#pid952"],
  ["the post's own link", invision, "https://forum.example/topic/12-kot/?do=findComment&comment=402"],
])("is the one that the address names by %s", (_what, fixture, address) => {
  const { captured } = clipPage(savedPage(fixture, address), { kind: "popup" }, { moment: MOMENT });
  expect(captured).toMatchObject({
    narrative: "Заказ 5512 не привезли.\nДеньги не вернули.",
    author: { name: "Аксинья Рябова" },
  });
});
