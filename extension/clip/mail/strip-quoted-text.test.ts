import { describe, expect, it } from "vitest";
import { stripQuotedText } from "./strip-quoted-text";

const NEW = "Курьер не приехал.\n\nВерните деньги.";
const OLD = "Здравствуйте!\nВаш заказ принят.";
const QUOTED = "> Здравствуйте!\n> Ваш заказ принят.";

describe("a mail's new text", () => {
  it.each([
    [
      "English, lines marked",
      `On Wed, Nov 18, 2026 at 8:40 PM Служба <help@kot.example> wrote:\n\n${QUOTED}`,
    ],
    ["English, lines not marked", `On Wed, Nov 18, 2026 at 8:40 PM Служба <help@kot.example> wrote:\n${OLD}`],
    [
      "English over three lines",
      `On Wed, Nov 18, 2026 at 8:40 PM\nСлужба заботы «Быстрого кота»\n<help@kot.example> wrote:\n${QUOTED}`,
    ],
    ["Gmail in Russian", `ср, 18 нояб. 2026 г. в 20:40, Служба <help@kot.example>:\n\n${QUOTED}`],
    ["Yandex", `18.11.2026, 20:40, "Служба" <help@kot.example>:\n${QUOTED}`],
    ["Mail.ru", `Среда, 18 ноября 2026, 20:40 +03:00 от Служба <help@kot.example>:\n \n${OLD}`],
    ["Thunderbird in Russian", `18.11.2026 20:40, Служба пишет:\n${QUOTED}`],
    ["he or she wrote", `18 ноября 2026 г. пользователь Служба (help@kot.example) написал(а):\n${QUOTED}`],
    ["she wrote", `18 ноября 2026 г., в 20:40, Служба <help@kot.example> написала:\n\n${OLD}`],
    ["The Bat", `Вы писали 18 ноября 2026 г., 20:40:05:\n\n${QUOTED}`],
    [
      "a language that nobody taught it",
      `Le mer. 18 nov. 2026 à 20:40, S <help@kot.example> a écrit :\n${QUOTED}`,
    ],
    ["Outlook", `-----Original Message-----\nFrom: Служба\nSent: Wednesday\nTo: Я\nSubject: Заказ\n\n${OLD}`],
    [
      "Outlook without its rule",
      `From: S [mailto:help@kot.example]\nSent: March-09-26\nTo: Я\nSubject: О\n\n${OLD}`,
    ],
    [
      "Outlook in Russian",
      `________________________________\nОт: Служба\nОтправлено: 18 ноября 2026 г. 20:40\nКому: Я\nТема: О\n${OLD}`,
    ],
    [
      "Hotmail",
      `Date: Wed, 18 Nov 2026 20:40:05 +0300\nSubject: О\nFrom: help@kot.example\nTo: me@les.example\n\n${OLD}`,
    ],
    ["a telephone", `help@kot.example wrote:\n\n${QUOTED}`],
    ["a telephone with rules", `---- Служба заботы wrote ----\n\n${OLD}`],
    ["Gmail of old", `2026-11-18 20:40 GMT+03:00 Служба <help@kot.example>:\n\n${OLD}`],
    [
      "a forward",
      `-------- Пересылаемое сообщение --------\n18.11.2026, 20:40, "С" <help@kot.example>:\n\n${OLD}`,
    ],
    [
      "a forward of Thunderbird",
      `-------- Исходное сообщение --------\nТема: О\nДата: 18\nОт: С\nКому: Я\n\n${OLD}`,
    ],
    ["Apple's forward", `Begin forwarded message:\n\nFrom: С\nDate: 18\nTo: Я\n\n${OLD}`],
    ["a rule, and then marked lines", `-----Original Message-----\n${QUOTED}`],
    [
      "Yandex with to whom and of what",
      `----------------\nКому: Я (ya@kot.example);\nТема: О;\n18.11.2026, 20:40, "С" <s@kot.example>:\n${QUOTED}`,
    ],
    ["marked lines alone", QUOTED],
    ["a signature", "-- \nГлафира\n+7 900 000-00-00"],
    ["a signature and a quotation", `--\nГлафира\n\n18.11.2026, 20:40, "С" <help@kot.example>:\n${QUOTED}`],
  ])("is without the quoted mail: %s", (_program, below) => {
    expect(stripQuotedText(`${NEW}\n\n${below}`)).toBe(NEW);
    expect(stripQuotedText(`${NEW}\n\n${below}`.replaceAll("\n", "\r\n"))).toBe(NEW);
  });

  it("that stands below the quoted mail is kept", () => {
    expect(stripQuotedText(`18.11.2026 20:40, Служба пишет:\n${QUOTED}\n\n${NEW}`)).toBe(NEW);
  });

  it("that stands above and below it is kept, and the gap shown", () => {
    const mail = `Здравствуйте.\n\n18.11.2026 20:40, Служба пишет:\n${QUOTED}\n\n${NEW}`;
    expect(stripQuotedText(mail)).toBe(`Здравствуйте.\n\n[…]\n\n${NEW}`);
  });

  it("that answers line by line keeps what it answers", () => {
    const mail = [
      "18.11.2026 20:40, Служба пишет:",
      "> Заказ доставлен?",
      "Нет.",
      "",
      "> Курьер звонил?",
      "Тоже нет.",
      "> С уважением, служба",
    ].join("\n");
    expect(stripQuotedText(mail)).toBe("> Заказ доставлен?\n\nНет.\n\n> Курьер звонил?\n\nТоже нет.");
  });

  it("keeps of what and to whom where the quoted mail stands elsewhere", () => {
    const mail = `18.11.2026 20:40, Служба пишет:\n${QUOTED}\n\n${NEW}\nТема: возврат;\nКому: ООО «Ромашка»;`;
    expect(stripQuotedText(mail)).toBe(`${NEW}\nТема: возврат;\nКому: ООО «Ромашка»;`);
  });

  it("keeps only the end of a long quotation that is answered", () => {
    const long = Array.from({ length: 40 }, (_, index) => `> строка ${index + 1}`).join("\n");
    const text = stripQuotedText(`${long}\nНет.\n> Ещё вопрос\nДа.`);
    expect(text.split("\n").slice(0, 2)).toEqual(["> […]", "> строка 33"]);
    expect(text).toContain("> строка 40\n\nНет.\n\n> Ещё вопрос\n\nДа.");
  });

  it.each([
    ["a bare forward", `-------- Пересылаемое сообщение --------\nОт: С\nДата: 18\nТема: О\n\n${OLD}`],
    ["nothing but marked lines", QUOTED],
    [
      "a claim with a head of its own",
      `Кому: ООО «Быстрый кот»\nОт: Снегирёвой\nТема: претензия\nДата: 18.11\n\n${NEW}`,
    ],
    [
      "a claim with a head below its greeting",
      `Здравствуйте!\nКому: ООО «Быстрый кот»\nОт: Снегирёвой\nТема: претензия\nДата: 18.11\n\n${NEW}`,
    ],
    [
      "a claim that says from whom first",
      `Здравствуйте!\nОт: Снегирёвой\nДата: 18.11.2026\nТема: претензия\n\n${NEW}`,
    ],
    ["words of somebody told again", `18 ноября в 20:40 курьер написал:\nне приеду\n\n${NEW}`],
    ["a place to answer", `Прошу ответить на 2 адреса, glafira@les.example:\nи письмом\n\n${NEW}`],
    ["a long part below two dashes", `${NEW}\n\n--\n${"строка\n".repeat(13)}`.trim()],
    ["a claim that ends in of what and to whom", `${NEW}\nТема: возврат;\nКому: ООО «Ромашка»;`],
    ["a rule that parts the text", `${NEW}\n\n-----\n\nЕщё одно: чек прилагаю.`],
  ])("is all of it where nothing is surely quoted: %s", (_what, mail) => {
    expect(stripQuotedText(mail)).toBe(mail);
  });

  it("is found quickly in a hostile mail", () => {
    const started = performance.now();
    for (const unit of [
      "On ",
      "> ",
      "a@",
      "-",
      "от ",
      "1:1 ",
      "<",
      "wrote: ",
      "From: x\n",
      "On 1\n",
      "\u00a0",
    ]) {
      stripQuotedText(unit.repeat(100_000 / unit.length));
      stripQuotedText(`${unit.repeat(200)}:\n`.repeat(200));
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
