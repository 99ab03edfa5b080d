import { IngestError, NotUnderstood, ShopkeeperError, StoreError, UnknownToAsker } from './errors.js';

/** An error as plain data, which another process can make the same error of. */
export interface ErrorData {
  readonly kind: 'unknown to asker' | 'not understood' | 'store' | 'ingest' | 'shopkeeper' | 'other';
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly hint?: string | undefined;
  readonly suggestions?: readonly string[];
  readonly isFinal?: boolean;
  readonly code?: string;
  readonly cause?: ErrorData;
}

/** What people and logs read of an error, as data. */
export function errorData(error: unknown): ErrorData {
  if (!(error instanceof Error)) return { kind: 'other', name: 'Error', message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    kind: kindOf(error),
    name,
    message,
    stack,
    ...(error instanceof ShopkeeperError && { hint: error.hint }),
    ...(error instanceof NotUnderstood && { suggestions: error.suggestions, isFinal: error.isFinal }),
    ...('code' in error && { code: String(error.code) }),
    ...(cause instanceof Error && { cause: errorData(cause) }),
  };
}

function kindOf(error: Error): ErrorData['kind'] {
  if (error instanceof UnknownToAsker) return 'unknown to asker';
  if (error instanceof NotUnderstood) return 'not understood';
  if (error instanceof StoreError) return 'store';
  if (error instanceof IngestError) return 'ingest';
  return error instanceof ShopkeeperError ? 'shopkeeper' : 'other';
}

/** The error that data was made of, of the same class and with the same words. */
export function errorFrom(data: ErrorData): Error {
  const error = madeOf(data);
  if (data.stack !== undefined) error.stack = data.stack;
  return error;
}

function madeOf({ kind, name, message, hint, suggestions = [], isFinal, code, cause }: ErrorData): Error {
  const options = cause && { cause: errorFrom(cause) };
  switch (kind) {
    case 'unknown to asker':
      return new UnknownToAsker(message, suggestions, isFinal);
    case 'not understood':
      return new NotUnderstood(message, suggestions, isFinal);
    case 'store':
      return new StoreError(message, hint, options);
    case 'ingest':
      return new IngestError(message, hint, options);
    case 'shopkeeper':
      return new ShopkeeperError(message, hint, options);
    case 'other':
      return Object.assign(new Error(message, options), { name, ...(code !== undefined && { code }) });
  }
}
