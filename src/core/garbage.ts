/**
 * Has V8 give back at once what nothing refers to any more, where the command line lets it (`--expose-gc`). Large arrays
 * lie outside of its heap, and it hardly counts them: a load that goes on to the next large thing would have both.
 */
export function collectGarbage(): void {
  globalThis.gc?.();
}
