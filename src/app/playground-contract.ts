import type { Day } from '../core/calendar/days.js';
import type { Shopkeeper } from './shopkeeper.js';

/** A running playground. */
export interface Playground {
  /** The address to open. It ends with a key that is different at each start. */
  readonly url: string;
  /** Where the app receives signed requests. */
  readonly appUrl: string;
  close(): Promise<void>;
}

/** A line of an order in a shop's export, by column. */
export type OrderRow = Readonly<Record<string, string | number>>;

/** The next order that somebody places in the shop on a day, as its export has it. */
export type NextOrder = (day: Day) => readonly OrderRow[];

/**
 * Starts the playground.
 * @param port 0 for any free port
 * @param suggestions questions to choose from on the page
 * @param nextOrder a shop that orders can be placed in while the playground is open, which is then a source
 */
export type OpenPlayground = (
  shopkeeper: Shopkeeper,
  port: number,
  suggestions: readonly string[],
  nextOrder?: NextOrder,
) => Promise<Playground>;
