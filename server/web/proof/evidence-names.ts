import type { EvidenceKind } from "@otklik/shared/complaint/vocabulary";
import type { Locale } from "@otklik/shared/people/locale";
import { sayProof } from "../messages/proof/index";

/**
 * What the files of one clip are called, in their order: by their kind, and where there are several of it also by
 * which of them it is, so that a line of a report can be found among the files.
 */
export function evidenceNames(locale: Locale, kinds: readonly EvidenceKind[]): string[] {
  const seen = new Map<EvidenceKind, number>();
  return kinds.map((kind) => {
    const place = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, place);
    const name = sayProof(locale, `kind.${kind}`);
    const count = kinds.filter((other) => other === kind).length;
    return count === 1 ? name : sayProof(locale, "kind.placeIn", { kind: name, place, count });
  });
}
