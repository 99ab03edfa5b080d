import type { MovableClock } from './movable-clock.js';
import type { Shopkeeper } from './shopkeeper.js';

/** A running playground. */
export interface Playground {
  /** The address to open. It ends with a key that is different at each start. */
  readonly url: string;
  /** Where the app receives signed requests. */
  readonly appUrl: string;
  close(): Promise<void>;
}

/**
 * Starts the playground.
 * @param port 0 for any free port
 * @param suggestions questions to choose from on the page
 * @param clock the clock of the shop, if the page may set it forward
 */
export type OpenPlayground = (
  shopkeeper: Shopkeeper,
  port: number,
  suggestions: readonly string[],
  clock?: MovableClock,
) => Promise<Playground>;
