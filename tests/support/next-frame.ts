/**
 * The frame after this moment. Preact asks for one when something has changed, which would come after the test's
 * page is gone.
 */
export function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
