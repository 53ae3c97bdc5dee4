import { sayProblem } from "@otklik/shared/messages/problem/index";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { people } from "../../../server/src/db/schema";
import { sayDesk } from "../../../server/web/messages/index";
import { sayPeople } from "../../../server/web/messages/people/index";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import { makeOrganisation, makePerson, signIn } from "../../support/organisation";
import { type ServerProcess, startServer } from "../../support/server-process";

let server: ServerProcess;
let browser: DeskBrowser;

beforeAll(async () => {
  server = await startServer();
  browser = await openDeskBrowser(server);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it.each(LOOKS)(
  "a page stays its person's when another tab signs in somebody else, in $locale, $colorScheme",
  async (look) => {
    const { locale } = look;
    const [anna, boris] = [
      await makePerson(server.db, await makeOrganisation(server.db), { name: "Анна", roles: ["admin"] }),
      await makePerson(server.db, await makeOrganisation(server.db), { name: "Борис", roles: ["admin"] }),
    ];
    const { page, context } = await browser.visit(look, anna);
    await page.goto("/people");
    await page.getByRole("button", { name: sayPeople(locale, "invite"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(sayPeople(locale, "invite.name")).fill("Жанна");
    const email = `${boris.id}@invited.test`;
    await dialog.getByLabel(sayPeople(locale, "invite.email")).fill(email);
    await dialog.locator("input[value=agent]").check();

    const { cookie } = await signIn(server.db, boris);
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: "Lax" }]);
    await dialog.getByRole("button", { name: sayPeople(locale, "invite.send"), exact: true }).click();

    const { title } = sayProblem(locale, "another-person");
    await page.getByRole("heading", { name: title, exact: true, level: 1 }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await server.db.select().from(people).where(eq(people.email, email))).toEqual([]);
    await page.getByRole("button", { name: sayDesk(locale, "replaced.reload"), exact: true }).click();
    await page.getByText(sayPeople(locale, "alone.title"), { exact: true }).waitFor();
    await page.getByText("Борис").first().waitFor();
    expect(await page.getByText("Анна").count()).toBe(0);
    await context.close();
  },
);
