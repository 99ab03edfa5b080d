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
    /** Whether it concerns one file of several: the others can be read. */
    readonly isOfFile = false,
  ) {
    super(message, hint);
  }
}

/** The source answers with an error of its own (5xx): it may have been asked for too much at once. */
export class SourceFailed extends SourceError {}

/** Another process has taken the source over: this one stops, having stored nothing since. */
export class TakenOver extends Error {}
