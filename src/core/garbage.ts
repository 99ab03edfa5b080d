/**
 * Collects garbage now, if Node was started with `--expose-gc`. Typed arrays lie outside V8's heap and hardly
 * trigger a collection: a load that moves on to its next large array would hold both in memory.
 */
export function collectGarbage(): void {
  globalThis.gc?.();
}
