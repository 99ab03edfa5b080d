/**
 * An error that the person who asked can understand and mend.
 *
 * `message` says what is wrong in one line, `hint` what to do about it. Every surface shows both. Any other
 * error is a defect and is shown as one.
 */
export class ShopkeeperError extends Error {
  override readonly name: string = 'ShopkeeperError';

  constructor(
    message: string,
    readonly hint?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A setting is missing or wrong; `problems` has one line for each. */
export class ConfigError extends ShopkeeperError {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(
      problems.join('\n'),
      'Set these in the environment or in .env (.env.example explains every setting).',
    );
  }
}

/** A sales file cannot be loaded; the store has not changed. */
export class IngestError extends ShopkeeperError {
  override readonly name = 'IngestError';
}

/**
 * The question was not understood; `suggestions` are texts that can be asked instead. With `isFinal` nothing
 * else may read the text: it can mean several things and the person is asked which, or the data has nothing
 * about it.
 */
export class NotUnderstood extends ShopkeeperError {
  override readonly name = 'NotUnderstood';

  constructor(
    message: string,
    readonly suggestions: readonly string[],
    readonly isFinal = false,
  ) {
    super(
      message,
      suggestions.length > 0 ? `Try: ${suggestions.map(s => `\`${s}\``).join(', ')}` : undefined,
    );
  }
}

/** A customer or an order is named that is not there, or that may not be named to whoever asks. */
export class UnknownToAsker extends NotUnderstood {}

/** The store cannot be reached or opened. */
export class StoreError extends ShopkeeperError {
  override readonly name = 'StoreError';
}

/** The error of every question while the store is empty. */
export const noSales = (): ShopkeeperError =>
  new ShopkeeperError(
    'There are no sales in the store yet.',
    'Load a sales file: shopkeeper ingest sales.csv',
  );

/**
 * The text to show for any error: the message, then the hint. The message of an error that is not ours is not
 * shown, since it may come from the database and contain data or secrets.
 * @param whereDetails a sentence that says where to find the details
 */
export function describeError(error: unknown, whereDetails = 'The details are in the log.'): string {
  if (!(error instanceof ShopkeeperError)) return `Something went wrong inside Shopkeeper.\n${whereDetails}`;
  return error.hint ? `${error.message}\n${error.hint}` : error.message;
}
