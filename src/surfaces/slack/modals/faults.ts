import { NotPermitted } from '../../../access/permitted.js';
import { ShopkeeperError, StoreError } from '../../../core/errors.js';
import { cut } from '../blocks/limits.js';

const LONGEST = 300;

/** What is wrong with one field of a form. It is shown there, and the form stays open. */
export class FieldFault extends ShopkeeperError {
  override readonly name = 'FieldFault';

  constructor(
    readonly field: string,
    /** What is wrong, as it would be told anywhere else. */
    override readonly cause: ShopkeeperError,
  ) {
    super(cause.message, cause.hint);
  }

  /** The fault as Slack shows it below a field: without any format. */
  get plainText(): string {
    return cut([this.message, this.hint ?? ''].join(' ').replaceAll('`', '').trim(), LONGEST);
  }
}

/** A text as it grows field by field. */
export interface Step {
  readonly field: string;
  /** All up to this field. */
  readonly text: string;
}

/**
 * Reads a text that several fields make up. If it cannot be read, the fault is that of the first field with
 * which it cannot be.
 * @param steps the last has the whole text
 * @throws FieldFault, NotPermitted, StoreError
 */
export async function readInSteps<T>(
  steps: readonly [Step, ...Step[]],
  read: (text: string) => Promise<T>,
): Promise<T> {
  const last = steps.at(-1) ?? steps[0];
  try {
    return await read(last.text);
  } catch (error) {
    if (!isOfText(error)) throw error;
    for (const { field, text } of steps.slice(0, -1)) await at(field, () => read(text));
    throw new FieldFault(last.field, error);
  }
}

/** Does something for one field. @throws FieldFault if the field is at fault */
export async function at<T>(field: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isOfText(error) ? new FieldFault(field, error) : error;
  }
}

const isOfText = (error: unknown): error is ShopkeeperError =>
  error instanceof ShopkeeperError &&
  !(error instanceof StoreError || error instanceof NotPermitted || error instanceof FieldFault);
