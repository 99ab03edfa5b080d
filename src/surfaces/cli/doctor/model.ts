import { askModel, modelSettings } from '../../../app/model/ask-model.js';
import type { Config } from '../../../config/config.js';
import { shownAddress } from '../../../core/addresses.js';
import type { ShopNames } from '../../../query/describe.js';
import type { CheckResult } from './check.js';

/** A question of no shop's own, and the names to read it with. */
const TRIAL = 'revenue by month';
const TRIAL_NAMES: ShopNames = {
  measures: [{ key: 'revenue', label: 'Revenue', unit: 'money', formula: 'the sum of the lines' }],
  fields: [{ key: 'month', label: 'Month', kind: 'period' }],
  segments: [],
  map: 'five',
  maps: [],
};

/** Says whether texts go to a language model, and has it read one. Never throws. */
export async function checkModel(config: Config): Promise<CheckResult[]> {
  const settings = modelSettings(config);
  if (!settings)
    return [{ state: 'ok', message: 'No language model is asked: LLM_BASE_URL and LLM_MODEL are not set.' }];
  const on: CheckResult = {
    state: 'note',
    message:
      `A language model is on: questions that are not understood go to ${settings.model} ` +
      `at ${shownAddress(settings.baseUrl)} (docs/model.md).`,
  };
  const outcome = await askModel(TRIAL, TRIAL_NAMES, settings);
  if (outcome.kind === 'query') return [on, { state: 'ok', message: `The model reads "${TRIAL}".` }];
  if (outcome.kind === 'failed')
    return [
      on,
      {
        state: 'problem',
        message: `The model does not answer: ${outcome.reason}.`,
        fix: 'Check LLM_BASE_URL, LLM_MODEL and LLM_API_KEY. Questions are refused until it answers.',
      },
    ];
  return [
    on,
    {
      state: 'problem',
      message: `The model makes no query of "${TRIAL}".`,
      fix: 'Choose a more capable LLM_MODEL; this one would help with few questions.',
    },
  ];
}
