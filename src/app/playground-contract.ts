import type { Day } from '../core/calendar/days.js';
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

/** A line of an order in a shop's export, by column. */
export type OrderRow = Readonly<Record<string, string | number>>;

/** The next order that somebody places in the shop on a day, as its export has it. */
export type NextOrder = (day: Day) => readonly OrderRow[];

/** What the page of a playground can do beside asking. */
export interface PlaygroundOptions {
  /** The clock of the shop, which the page may set forward. */
  readonly clock?: MovableClock;
  /** A shop that orders can be placed in; it becomes a source with the first one. */
  readonly nextOrder?: NextOrder;
}

/**
 * Starts the playground.
 * @param port 0 for any free port
 * @param suggestions questions to choose from on the page
 * @param options what the page can do beside
 */
export type OpenPlayground = (
  shopkeeper: Shopkeeper,
  port: number,
  suggestions: readonly string[],
  options?: PlaygroundOptions,
) => Promise<Playground>;
