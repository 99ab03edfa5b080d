import type { Logger } from 'pino';
import type { Query } from '../../core/query/query.js';
import type { ShopNames } from '../../query/describe.js';
import { askModel, type ModelSettings } from './ask-model.js';

/** Reads texts that our own language does not understand. */
export interface LanguageModel {
  readonly name: string;
  /** The query that a text means; undefined if the model has none or does not answer. Never throws. */
  read(text: string, names: ShopNames): Promise<Query | undefined>;
}

/** Texts at the same time. More are refused as without a model, so that no queue waits for it. */
const MOST_AT_ONCE = 2;
/** So many failures after each other give it a rest, so that nobody waits for what does not answer. */
const FAILURES_BEFORE_REST = 3;
const REST_MS = 60_000;

/** @param now the clock */
export function languageModel(settings: ModelSettings, log: Logger, now: () => Date): LanguageModel {
  let [underWay, failures, restsUntil] = [0, 0, 0];
  return {
    name: settings.model,
    read: async (text, names) => {
      if (underWay >= MOST_AT_ONCE || now().getTime() < restsUntil) return undefined;
      underWay++;
      const outcome = await askModel(text, names, settings);
      underWay--;
      if (outcome.kind === 'query') log.info({ model: settings.model }, 'the language model read a text');
      if (outcome.kind !== 'failed') {
        failures = 0;
        return outcome.kind === 'query' ? outcome.query : undefined;
      }
      failures++;
      log.warn({ model: settings.model, reason: outcome.reason }, 'the language model did not answer');
      if (failures >= FAILURES_BEFORE_REST) restsUntil = now().getTime() + REST_MS;
      return undefined;
    },
  };
}
