import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";

const SHOWN_MS = 4_000;

const AnnouncerContext = createContext<(text: string) => void>(() => undefined);

/** Says a short result, to the eye for a few seconds and to a screen reader. */
export const useAnnounce = () => useContext(AnnouncerContext);

/** Says to eyes and screen readers what has come of an action. */
export function Announcer({ children }: { children: ComponentChildren }) {
  // The count tells the same words said twice apart.
  const [said, setSaid] = useState({ text: "", count: 0 });
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);
  useEffect(() => {
    if (said.text === "") return;
    const timer = setTimeout(() => setSaid({ text: "", count: said.count }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <AnnouncerContext.Provider value={announce}>
      {children}
      <div class="toast" role="status">
        {said.text !== "" && (
          <span class="toast-text" key={said.count}>
            {said.text}
          </span>
        )}
      </div>
    </AnnouncerContext.Provider>
  );
}
