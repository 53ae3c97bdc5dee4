import { useEffect, useMemo } from "preact/hooks";

/** An address of a picture for as long as it is shown. */
export function useObjectUrl(image: Blob): string {
  const address = useMemo(() => URL.createObjectURL(image), [image]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return address;
}
