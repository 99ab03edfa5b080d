import type { Config } from '../../config/config.js';
import { plural } from '../../core/answer/format.js';
import { ShopkeeperError } from '../../core/errors.js';
import { rateLimit } from './rate-limit.js';

/** How much one person may ask. */
export interface LimitsPerPerson {
  /** Counts a question. @throws ShopkeeperError if it is one too many */
  question(person: string): void;
  /** Counts a file of customers. @throws ShopkeeperError if it is one too many */
  exported(person: string): void;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function limitsPerPerson(
  settings: Pick<Config, 'QUESTIONS_PER_MINUTE' | 'EXPORTS_PER_HOUR'>,
  now: () => Date,
): LimitsPerPerson {
  const questions = rateLimit(settings.QUESTIONS_PER_MINUTE, MINUTE_MS, now);
  const exports = rateLimit(settings.EXPORTS_PER_HOUR, HOUR_MS, now);
  return {
    question: person => {
      const waitMs = questions.take(person);
      if (waitMs > 0)
        throw new ShopkeeperError(
          `You have asked ${plural(settings.QUESTIONS_PER_MINUTE, 'question')} within a minute, which is as many as I answer one person.`,
          `Please ask again in ${plural(Math.ceil(waitMs / 1_000), 'second')}.`,
        );
    },
    exported: person => {
      const waitMs = exports.take(person);
      if (waitMs > 0)
        throw new ShopkeeperError(
          `You have had ${plural(settings.EXPORTS_PER_HOUR, 'file')} within an hour, which is as many as I give one person.`,
          `Please ask again in ${plural(Math.ceil(waitMs / MINUTE_MS), 'minute')}.`,
        );
    },
  };
}
