export type ServerAddress =
  | { readonly origin: string }
  | { readonly fault: "not-an-address" | "needs-https" | "with-path" };

const LOOPBACK = /^(localhost|(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads what a person typed as the server's address. Without a scheme it is https, or http on
 * this very machine; http to anywhere else would send complaints and token in the clear.
 */
export function readServerAddress(typed: string): ServerAddress {
  const trimmed = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
    ? trimmed
    : `${guessScheme(trimmed)}://${trimmed}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : null;
  if (url === null || trimmed === "" || (url.protocol !== "https:" && url.protocol !== "http:")) {
    return { fault: "not-an-address" };
  }
  if (url.username !== "" || url.password !== "") return { fault: "not-an-address" };
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) return { fault: "needs-https" };
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") return { fault: "with-path" };
  return { origin: url.origin };
}

function guessScheme(host: string): "http" | "https" {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
  return url !== null && LOOPBACK.test(url.hostname) ? "http" : "https";
}
