import { useEffect, useState } from "preact/hooks";

const TICK_MS = 15_000;

/** The current instant, renewed often enough for words that count minutes. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date(Date.now())), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
