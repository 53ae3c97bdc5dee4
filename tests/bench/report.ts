/** Prints one figure as a JSON line; `n` is how many observations made it. */
export function report(name: string, value: number, unit: string, n: number): void {
  process.stdout.write(`${JSON.stringify({ name, value: Number(value.toPrecision(4)), unit, n })}\n`);
}

/** Says on standard error what is going on, so that standard output stays lines of JSON. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

/**
 * The middle value, or the mean of the two middle ones.
 *
 * @throws RangeError when there is none
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError("no values");
  return (upper + lower) / 2;
}
