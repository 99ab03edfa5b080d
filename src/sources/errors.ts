import { ShopkeeperError } from '../core/errors.js';

/** A source cannot be read. Nothing was stored of what it could not give. */
export class SourceError extends ShopkeeperError {
  override readonly name = 'SourceError';

  constructor(
    message: string,
    hint: string,
    /** Whether it lasts until a person does something: a wrong key, a missing right. */
    readonly needsPerson = false,
    /** How long the source asks to wait, milliseconds. */
    readonly waitMs?: number,
    /** The HTTP status that the source answered with, if that is what went wrong. */
    readonly status?: number,
  ) {
    super(message, hint);
  }
}

/** Another process has taken the source over: this one stops, having stored nothing since. */
export class TakenOver extends Error {}
