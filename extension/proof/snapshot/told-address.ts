/** A name of a parameter that tells what it is for; anything else may be a secret without a value. */
const PLAIN_NAME = /^[a-z][a-z0-9_.[\]-]{0,30}$/i;
/** One run of signs that no person made up: as long as a token, of letters and figures mixed. */
const TOKEN = /^(?=.*\d)(?=.*[a-z])[\w~.=-]{16,}$/i;

/** Stands where something was left out of an address. */
const LEFT_OUT = "…";

/**
 * Where a link led, for evidence that many will read: site and path, and what its parameters are called. The values
 * of parameters and what follows `#` are left out, as they may let a reader in: links for a new password, for leaving
 * a list, for a file. In mail the parts of a path that look like a token are left out, too.
 *
 * @param address absolute
 */
export function toldAddress(address: URL, isMail: boolean): string {
  const { protocol, host, pathname, search } = address;
  if (protocol === "mailto:" || protocol === "tel:") return `${protocol}${pathname}`;
  if (protocol !== "http:" && protocol !== "https:") return `${protocol}${LEFT_OUT}`;
  const path = isMail
    ? pathname
        .split("/")
        .map((part) => (TOKEN.test(part) ? LEFT_OUT : part))
        .join("/")
    : pathname;
  return `${protocol}//${host}${path}${toldParameters(search)}`;
}

function toldParameters(search: string): string {
  if (search === "") return "";
  const told = search
    .slice(1)
    .split("&")
    .map((parameter) => {
      const end = parameter.indexOf("=");
      const name = parameter.slice(0, Math.max(end, 0));
      return PLAIN_NAME.test(name) && !TOKEN.test(name) ? `${name}=${LEFT_OUT}` : LEFT_OUT;
    });
  return `?${[...new Set(told)].join("&")}`;
}
