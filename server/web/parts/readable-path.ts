/** Whether an address can be decoded at all: `/complaints/%E0%A4%A` is cut in the middle of a letter. */
export function isReadablePath(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
