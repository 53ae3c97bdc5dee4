import { useEffect, useState } from "preact/hooks";
import { takeLinkSecret } from "./take-link-secret";

/** The secret of a link, and which link of this page it is: by it a page begins anew for each. */
export interface LinkSecret {
  /** Null when the link has none. */
  readonly secret: string | null;
  readonly nth: number;
}

/**
 * The secret of the link that led here, taken out of the address; and of each that is opened after it in the same
 * tab, where the browser changes nothing but what is behind the number sign.
 */
export function useLinkSecret(): LinkSecret {
  const [taken, setTaken] = useState<LinkSecret>(() => ({
    secret: takeLinkSecret(location, history),
    nth: 0,
  }));
  useEffect(() => {
    const onHashChange = () => {
      const secret = takeLinkSecret(location, history);
      if (secret !== null) setTaken(({ nth }) => ({ secret, nth: nth + 1 }));
    };
    addEventListener("hashchange", onHashChange);
    return () => removeEventListener("hashchange", onHashChange);
  }, []);
  return taken;
}
