/** The more special first: each also calls itself what stands below it. */
const BROWSERS = [
  ["YaBrowser/", "Yandex Browser"],
  ["Edg", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["CriOS/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const SYSTEMS = [
  ["Android", "Android"],
  ["iPhone", "iOS"],
  ["iPad", "iOS"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["CrOS", "ChromeOS"],
  ["Linux", "Linux"],
] as const;

/** How people call a browser and its system. */
export interface NamedBrowser {
  readonly browser: string;
  /** Null when it does not say. */
  readonly system: string | null;
}

/**
 * Reads a browser's own description of itself, which it may make up: good for telling one's sessions apart, and for
 * nothing else.
 *
 * @param userAgent the header as it came; null when none did
 * @returns null when no browser that is known describes itself so
 */
export function nameBrowser(userAgent: string | null): NamedBrowser | null {
  if (userAgent === null) return null;
  const browser = BROWSERS.find(([mark]) => userAgent.includes(mark))?.[1];
  if (browser === undefined) return null;
  return { browser, system: SYSTEMS.find(([mark]) => userAgent.includes(mark))?.[1] ?? null };
}
