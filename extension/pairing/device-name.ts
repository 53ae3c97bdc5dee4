import { browser } from "wxt/browser";

/** What the typings do not know yet: Chromium's user agent data and Firefox's browser info. */
type WithBrands = Navigator & {
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] };
};
type WithBrowserInfo = typeof browser.runtime & { getBrowserInfo?: () => Promise<{ name: string }> };

const SYSTEMS: Readonly<Record<string, string>> = {
  win: "Windows",
  mac: "macOS",
  linux: "Linux",
  cros: "ChromeOS",
  android: "Android",
};

/** A name by which a person knows this browser again in the list of devices: "Yandex, Windows". */
export async function deviceName(): Promise<string> {
  const { os } = await browser.runtime.getPlatformInfo();
  return `${await browserName()}, ${SYSTEMS[os] ?? os}`;
}

async function browserName(): Promise<string> {
  const info = await (browser.runtime as WithBrowserInfo).getBrowserInfo?.();
  if (info !== undefined) return info.name;
  const brands = (navigator as WithBrands).userAgentData?.brands.map(({ brand }) => brand) ?? [];
  // Chromium lists itself and a brand that means nothing beside the browser's own.
  const own = brands.find((brand) => brand !== "Chromium" && !/not.?a.?brand/i.test(brand));
  return own ?? "Chromium";
}
