/**
 * The shortest of several tries in milliseconds: on a machine that does other things too a single one waits for
 * those, and what is slow by itself is slow each time. No more tries are made once one is shorter than `enough`.
 *
 * @param run gives back how long it took where its whole duration is not what counts
 */
export async function leastTime(enough: number, run: () => unknown, tries = 20): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let count = 0; count < tries && least >= enough; count++) {
    const begun = performance.now();
    const took = await run();
    least = Math.min(least, typeof took === "number" ? took : performance.now() - begun);
  }
  return least;
}
