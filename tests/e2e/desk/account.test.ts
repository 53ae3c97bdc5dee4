import { Secret, TOTP } from "otpauth";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayAccount } from "../../../server/web/messages/account/index";
import { sayDesk } from "../../../server/web/messages/index";
import { sayLog } from "../../../server/web/messages/log/index";
import { sayPeople } from "../../../server/web/messages/people/index";
import { sayPlaces } from "../../../server/web/messages/places/index";
import { saySecurity } from "../../../server/web/messages/security/index";
import { type DeskBrowser, openDeskBrowser } from "../../support/desk-browser";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  makePlatformAdmin,
  signIn,
  type TestPerson,
} from "../../support/organisation";
import { type ServerProcess, startServer } from "../../support/server-process";
import { addAuthenticator } from "../../support/virtual-authenticator";

let server: ServerProcess;
let browser: DeskBrowser;

beforeAll(async () => {
  server = await startServer("localhost");
  browser = await openDeskBrowser(server);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const newPerson = async (...roles: TestPerson["roles"]) =>
  makePerson(server.db, await makeOrganisation(server.db), { roles });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const inDialog = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true });
/** What has the focus, once it is a heading with this text. */
const expectFocusOn = async (page: Page, text: string) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: 20_000 }).toBe(text);

/** Signs the browser in as somebody else, in the same tab. */
async function become(context: BrowserContext, person: TestPerson): Promise<void> {
  const { cookie } = await signIn(server.db, person);
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: "Lax" }]);
}

describe("what is typed and not sent", () => {
  it("is kept for the one who typed it, and not for the next person at the same tab", async () => {
    const organisation = await makeOrganisation(server.db);
    const [first, second] = [
      await makePerson(server.db, organisation, { roles: ["admin"], name: "Анна" }),
      await makePerson(server.db, organisation, { roles: ["admin"], name: "Борис" }),
    ];
    const { page, context } = await browser.visit(undefined, first);
    const name = page.getByLabel(sayAccount("ru", "name.label"), { exact: true });
    const email = page.getByRole("dialog").getByLabel(sayPeople("ru", "invite.email"), { exact: true });
    await page.goto("/account");
    await name.fill("Анна Снегирёва");
    await page.waitForFunction(() => Object.values(sessionStorage).includes("Анна Снегирёва"));
    await page.goto("/people");
    await button(page, sayPeople("ru", "invite")).click();
    await email.fill("secret@romashka.test");
    await page.waitForFunction(() => Object.values(sessionStorage).includes("secret@romashka.test"));

    await become(context, second);
    await page.goto("/people");
    await button(page, sayPeople("ru", "invite")).click();
    expect(await email.inputValue()).toBe("");
    await page.goto("/account");
    expect(await name.inputValue()).toBe("Борис");

    await become(context, first);
    await page.goto("/account");
    expect(await name.inputValue()).toBe("Анна Снегирёва");
    await context.close();
  });
});

describe("what only the network gives, when it is lost", () => {
  const loseScripts = (page: Page) => page.route("**/assets/*.js", (route) => route.abort());
  const unreachable = (page: Page) => page.getByText(sayDesk("ru", "failure.unreachable"), { exact: true });

  it("a passkey's button says so and can be pressed again: sign-in", async () => {
    const { page, context } = await browser.visit();
    // What the page itself is made of has come by then; what asks for passkeys comes after.
    await page.route("**/api/sign-in/methods", async (route) => {
      await loseScripts(page);
      await route.continue();
    });
    await page.goto("/sign-in");
    const byPasskey = button(page, sayDesk("ru", "signIn.passkey"));
    await byPasskey.click();
    await unreachable(page).waitFor();
    expect(await byPasskey.getAttribute("aria-disabled")).toBe("false");
    await context.close();
  });

  it("a passkey's button says so and can be pressed again: adding one", async () => {
    const person = await newPerson("agent");
    const { page, context } = await browser.visit(undefined, person);
    await page.goto("/account");
    await button(page, saySecurity("ru", "passkeys.add")).click();
    await page.getByLabel(saySecurity("ru", "confirm.password"), { exact: true }).fill(person.password);
    await loseScripts(page);
    await inDialog(page, saySecurity("ru", "passkeys.add")).click();
    await unreachable(page).waitFor();
    const add = inDialog(page, saySecurity("ru", "passkeys.add"));
    expect(await add.getAttribute("aria-disabled")).toBe("false");
    await context.close();
  });

  it.each([
    ["/sign-in", undefined],
    ["/account", "agent"],
  ] as const)(
    "%s says that the ways to sign in were not read, and reads them again",
    async (address, role) => {
      const { page, context } = await browser.visit(undefined, role && (await newPerson(role)));
      let isDown = true;
      await page.route("**/api/sign-in/methods", (route) => (isDown ? route.abort() : route.continue()));
      await page.goto(address);
      const failed = page.getByText(
        role ? saySecurity("ru", "passkeys.failed") : sayDesk("ru", "signIn.otherwise.failed"),
        { exact: true },
      );
      await failed.waitFor();
      expect(await page.getByText(saySecurity("ru", "passkeys.none")).count()).toBe(0);
      isDown = false;
      await button(page, sayDesk("ru", "failure.retry")).click();
      const offered = role ? saySecurity("ru", "passkeys.add") : sayDesk("ru", "signIn.passkey");
      await button(page, offered).waitFor();
      expect(await failed.count()).toBe(0);
      await context.close();
    },
  );

  it("the log keeps the lines that were read", async () => {
    const { page, context } = await browser.visit(undefined, await newPerson("admin"));
    await page.goto("/account");
    await page.getByLabel(sayAccount("ru", "name.label"), { exact: true }).fill("Мария Соколова");
    await button(page, sayAccount("ru", "name.save")).click();
    await page.getByText(sayAccount("ru", "name.saved")).waitFor();
    await page.goto("/log");
    const lines = page.locator(".log-line");
    await lines.first().waitFor();
    const count = await lines.count();
    await page.route("**/api/log*", (route) => route.abort());
    const again = page.locator(".log-end button").last();
    await again.click();
    await page.getByText(sayLog("ru", "newer.failed"), { exact: true }).waitFor();
    expect(await lines.count()).toBe(count);
    expect(await again.evaluate((element) => element === document.activeElement)).toBe(true);
    await context.close();
  });
});

describe("opening the sign-in page", () => {
  it("says nothing of a passkey that nobody asked for, and asks for no challenge while it is hidden", async () => {
    const { page, context } = await browser.visit();
    const asked: string[] = [];
    await page.clock.install();
    await page.addInitScript(() => {
      Object.assign(PublicKeyCredential, { isConditionalMediationAvailable: async () => true });
      Object.assign(window, { isHidden: false });
      Object.defineProperty(document, "visibilityState", {
        get: () => ("isHidden" in window && window.isHidden === true ? "hidden" : "visible"),
      });
    });
    await page.route("**/api/sign-in/passkey/challenge", async (route) => {
      asked.push(route.request().url());
      await route.fulfill({
        status: 429,
        contentType: "application/problem+json",
        json: { type: "about:blank", title: "Too many", status: 429, code: "too-many-requests" },
      });
    });
    const show = (isHidden: boolean) =>
      page.evaluate((hidden) => {
        Object.assign(window, { isHidden: hidden });
        document.dispatchEvent(new Event("visibilitychange"));
      }, isHidden);
    const challenged = () => page.waitForResponse("**/api/sign-in/passkey/challenge");
    const first = challenged();
    await page.goto("/sign-in");
    await first;
    await button(page, sayDesk("ru", "signIn.passkey")).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);

    await show(true);
    await page.clock.runFor(20 * 60_000);
    expect(asked).toHaveLength(1);
    const back = challenged();
    await show(false);
    await back;
    expect(asked).toHaveLength(2);
    expect(await page.getByRole("alert").count()).toBe(0);
    await context.close();
  });

  it("lets the provider's button be pressed again after coming back from there", async () => {
    const { page, context } = await browser.visit();
    await page.route("**/api/sign-in/methods", (route) =>
      route.fulfill({ json: { passkeys: false, provider: { name: "Ромашка ID" } } }),
    );
    // A provider that answers nothing, so that the page stays as the browser's back button finds it.
    await page.route("**/api/sign-in/provider", (route) =>
      route.fulfill({ status: 201, json: { url: "#at-the-provider" } }),
    );
    await page.goto("/sign-in");
    const toProvider = button(page, sayDesk("ru", "signIn.provider", { name: "Ромашка ID" }));
    await toProvider.click();
    await page.waitForURL(/#at-the-provider/);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await expect.poll(() => toProvider.getAttribute("aria-disabled")).toBe("false");
    await context.close();
  });
});

it("an administrator of the installation is told that there is nothing of theirs to pair", async () => {
  const { page, context } = await browser.visit(undefined, await makePlatformAdmin(server.db.$client));
  await page.goto("/pair");
  await page.getByText(sayPlaces("ru", "closed.platform"), { exact: true }).waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  await page.goto("/log");
  await page.getByText(sayPlaces("ru", "closed.platform"), { exact: true }).waitFor();
  await context.close();
});

describe("the focus stays where the person was", () => {
  it("when another browser's session ends, pressed twice", async () => {
    const person = await newPerson("agent");
    await signIn(server.db, person);
    const { page, context } = await browser.visit(undefined, person);
    await page.goto("/account");
    const asked: string[] = [];
    page.on("request", (request) => request.method() === "DELETE" && asked.push(request.url()));
    const end = page.locator(".device button").filter({ hasText: sayAccount("ru", "sessions.end") });
    await end.dblclick();
    await page.getByText(sayAccount("ru", "sessions.only")).waitFor();
    await expectFocusOn(page, sayAccount("ru", "sessions.title"));
    expect(asked).toHaveLength(1);
    expect(await page.getByRole("alert").count()).toBe(0);
    await context.close();
  });

  it("when the session had ended already", async () => {
    const person = await newPerson("agent");
    await signIn(server.db, person);
    const { page, context } = await browser.visit(undefined, person);
    await page.goto("/account");
    const end = page.locator(".device button").filter({ hasText: sayAccount("ru", "sessions.end") });
    await end.waitFor();
    await server.db.$client`
      DELETE FROM sessions WHERE person_id = ${person.id}
        AND id <> (SELECT id FROM sessions WHERE person_id = ${person.id} ORDER BY last_used_at DESC NULLS LAST LIMIT 1)`;
    await end.click();
    await page.getByText(sayAccount("ru", "sessions.only")).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await context.close();
  });

  it("when a device of one's own is disconnected", async () => {
    const person = await newPerson("agent");
    await makeDevice(server.db, person);
    const { page, context } = await browser.visit(undefined, person);
    await page.goto("/account");
    await button(page, sayDesk("ru", "devices.revoke.label", { name: "Chromium" })).click();
    await inDialog(page, sayDesk("ru", "devices.revoke")).click();
    await page.getByText(sayDesk("ru", "devices.empty")).waitFor();
    await expectFocusOn(page, sayDesk("ru", "devices.title"));
    await context.close();
  });

  it("when the code is turned on, its recovery codes are kept, and it is turned off", async () => {
    const person = await newPerson("agent");
    const { page, context } = await browser.visit(undefined, person);
    await page.goto("/account");
    const confirm = async (action: "totp.turnOn" | "totp.turnOff") => {
      await page.getByLabel(saySecurity("ru", "confirm.password"), { exact: true }).fill(person.password);
      await inDialog(page, saySecurity("ru", action)).click();
    };
    await button(page, saySecurity("ru", "totp.turnOn")).click();
    await confirm("totp.turnOn");
    const secret = (await page.locator(".enrol-secret").innerText()).replaceAll(" ", "");
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.getByLabel(saySecurity("ru", "totp.enrol.code"), { exact: true }).fill(app.generate());
    await page.keyboard.press("Enter");
    await expectFocusOn(page, saySecurity("ru", "codes.title"));
    await button(page, saySecurity("ru", "codes.kept")).click();
    await expectFocusOn(page, saySecurity("ru", "totp.title"));
    await button(page, saySecurity("ru", "totp.turnOff")).click();
    await confirm("totp.turnOff");
    await button(page, saySecurity("ru", "totp.turnOn")).waitFor();
    await expectFocusOn(page, saySecurity("ru", "totp.title"));
    await context.close();
  });

  it("when a passkey is removed", async () => {
    const person = await newPerson("agent");
    const { page, context } = await browser.visit(undefined, person);
    await addAuthenticator(context, page);
    await page.goto("/account");
    await button(page, saySecurity("ru", "passkeys.add")).click();
    await page.getByLabel(saySecurity("ru", "confirm.password"), { exact: true }).fill(person.password);
    await inDialog(page, saySecurity("ru", "passkeys.add")).click();
    const name = saySecurity("ru", "passkeys.name.first");
    await button(page, saySecurity("ru", "passkeys.remove.label", { name })).click();
    await page.getByLabel(saySecurity("ru", "confirm.password"), { exact: true }).fill(person.password);
    await inDialog(page, saySecurity("ru", "passkeys.remove")).click();
    await page.getByText(saySecurity("ru", "passkeys.empty")).waitFor();
    await expectFocusOn(page, saySecurity("ru", "passkeys.title"));
    await context.close();
  });

  it("when a colleague is shut out, let in, and their device disconnected", async () => {
    const organisation = await makeOrganisation(server.db);
    const admin = await makePerson(server.db, organisation, { roles: ["admin"] });
    const colleague = await makePerson(server.db, organisation, { name: "Пётр Дроздов" });
    await makeDevice(server.db, colleague);
    const { page, context } = await browser.visit(undefined, admin);
    await page.goto(`/people/${colleague.id}`);
    await button(page, sayDesk("ru", "devices.revoke.label", { name: "Chromium" })).click();
    await inDialog(page, sayDesk("ru", "devices.revoke")).click();
    await expectFocusOn(page, sayPeople("ru", "devices.title"));
    await button(page, sayPeople("ru", "access.shutOut")).click();
    await inDialog(page, sayPeople("ru", "access.shutOut")).click();
    await expectFocusOn(page, sayPeople("ru", "access.title"));
    await button(page, sayPeople("ru", "access.letIn")).click();
    await button(page, sayPeople("ru", "access.shutOut")).waitFor();
    await expectFocusOn(page, sayPeople("ru", "access.title"));
    await context.close();
  });
});
