import type { IsoDate } from "../vocabulary";
import { addDays } from "./local-day";

/** So many days in a row, from the first one on. */
export function dayRun(from: IsoDate, length: number): IsoDate[] {
  return Array.from({ length }, (_, ahead) => addDays(from, ahead));
}
