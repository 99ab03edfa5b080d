import type { Config } from '../../config/config.js';
import { plural } from '../../core/answer/format.js';
import { ShopkeeperError } from '../../core/errors.js';
import { rateLimit } from './rate-limit.js';

/** Limits how much one person may ask. */
export interface LimitsPerPerson {
  /** Counts a question. @throws ShopkeeperError if it exceeds the limit */
  question(person: string): void;
  /** Counts a customer file. @throws ShopkeeperError if it exceeds the limit */
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
      const waitMs = questions.count(person);
      if (waitMs > 0)
        throw new ShopkeeperError(
          `You have reached the limit of ${plural(settings.QUESTIONS_PER_MINUTE, 'question')} per minute.`,
          `Please ask again in ${plural(Math.ceil(waitMs / 1_000), 'second')}.`,
        );
    },
    exported: person => {
      const waitMs = exports.count(person);
      if (waitMs > 0)
        throw new ShopkeeperError(
          `You have reached the limit of ${plural(settings.EXPORTS_PER_HOUR, 'file')} per hour.`,
          `Please ask again in ${plural(Math.ceil(waitMs / MINUTE_MS), 'minute')}.`,
        );
    },
  };
}
