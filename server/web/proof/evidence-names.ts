import type { EvidenceKind } from "@otklik/shared/complaint/vocabulary";
import type { Locale } from "@otklik/shared/people/locale";
import type { FileFinding } from "@otklik/shared/proof/verify-files";
import { sayProof } from "../messages/proof/index";
import type { ToldFiles } from "./told-file";

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

/**
 * The same by hash, for the files of a check of which it is known what they are. The list that was signed has them in
 * the order of the clip, as the desk shows them; how they lie in an archive says nothing.
 */
export function namesByHash(
  locale: Locale,
  files: readonly Pick<FileFinding, "sha256">[],
  told: ToldFiles,
): ReadonlyMap<string, string> {
  const known = files.flatMap(({ sha256 }) => {
    const kind = told.get(sha256)?.kind;
    return kind === undefined ? [] : [{ sha256, kind }];
  });
  const names = evidenceNames(
    locale,
    known.map(({ kind }) => kind),
  );
  return new Map(known.map(({ sha256 }, place) => [sha256, names[place] ?? ""]));
}
