import { useEffect, useState } from "preact/hooks";

const MINUTE_MS = 60_000;

/** The current time, told anew at the start of every minute, when due dates pass. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    let timer: number;
    const wait = () => {
      timer = window.setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
    };
    const tick = () => {
      setNow(new Date());
      wait();
    };
    wait();
    // A laptop that slept wakes up with an old time on the screen.
    const onVisible = () => document.visibilityState === "visible" && setNow(new Date());
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, []);
  return now;
}
