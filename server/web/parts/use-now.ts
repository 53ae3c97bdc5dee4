import { useEffect, useState } from "preact/hooks";
import { useOnReturn } from "./use-on-return";

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
    return () => window.clearTimeout(timer);
  }, []);
  // A laptop that slept wakes up with an old time on the screen.
  useOnReturn(() => setNow(new Date()));
  return now;
}
