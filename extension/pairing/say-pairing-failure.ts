import { sayClipProblem } from "@otklik/shared/messages/clip-problems/index";
import type { Locale } from "@otklik/shared/people/locale";
import { sayOptions } from "../messages/options";
import type { FailedPairing } from "./pairing-state";

/** Why a pairing did not come about, and what to do. */
export function sayPairingFailure(locale: Locale, { failure, origin, problem }: FailedPairing): string {
  const { host } = new URL(origin);
  switch (failure) {
    case "pairing-expired":
    case "pairing-refused":
      return sayOptions(locale, `pairing.failed.${failure}`);
    case "refused-by-server": {
      const reason = problem === null ? "" : sayClipProblem(locale, problem.code).detail;
      return sayOptions(locale, "pairing.failed.refused-by-server", { host, reason });
    }
    case "unreachable":
    case "not-our-server":
      return sayOptions(locale, `pairing.failed.${failure}`, { host });
  }
}
