/** Something that was opened and must be closed again, whatever happens. */
interface Closable {
  close(): Promise<void>;
}

/** Opens several things at once; when one cannot be opened, those that were are closed again. */
export async function openAll<Opened extends readonly Closable[]>(
  opening: readonly [...{ [Index in keyof Opened]: Promise<Opened[Index]> }],
): Promise<Opened> {
  const settled = await Promise.allSettled(opening);
  const failed = settled.find((one): one is PromiseRejectedResult => one.status === "rejected");
  if (failed === undefined) return Promise.all(opening);
  for (const one of settled) if (one.status === "fulfilled") await one.value.close();
  throw failed.reason;
}
