/**
 * Where to go after signing in: a path of this desk and nothing else, so that a crafted link to
 * the sign-in page cannot lead away.
 *
 * @param next the `next` parameter of the sign-in page
 */
export function returnPath(next: string | undefined): string {
  const home = "/complaints";
  if (next === undefined || !next.startsWith("/")) return home;
  try {
    // A backslash or a second slash would name another host; the URL parser knows all such ways.
    const url = new URL(next, "http://desk.invalid");
    if (url.origin !== "http://desk.invalid" || url.pathname === "/sign-in") return home;
    return `${url.pathname}${url.search}`;
  } catch {
    return home;
  }
}
