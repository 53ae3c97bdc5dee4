import { expect, it } from "vitest";
import { nameBrowser } from "./name-browser";

const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
const ANDROID = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  ["Chrome", "Windows", `${WINDOWS} Chrome/140.0.0.0 Safari/537.36`],
  ["Edge", "Windows", `${WINDOWS} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`],
  ["Yandex Browser", "Windows", `${WINDOWS} Chrome/138.0.0.0 YaBrowser/25.8.0.0 Safari/537.36`],
  ["Chrome", "Android", `${ANDROID} Chrome/140.0.0.0 Mobile Safari/537.36`],
  ["Firefox", "Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"],
  [
    "Safari",
    "macOS",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
  ],
  [
    "Safari",
    "iOS",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1",
  ],
  ["Firefox", null, "Firefox/143.0"],
])("knows %s on %s", (browser, system, userAgent) => {
  expect(nameBrowser(userAgent)).toEqual({ browser, system });
});

it.each([
  ["nothing was sent", null],
  ["it is empty", ""],
  ["it is no browser", "curl/8.14.1"],
])("names none when %s", (_case, userAgent) => {
  expect(nameBrowser(userAgent)).toBeNull();
});
