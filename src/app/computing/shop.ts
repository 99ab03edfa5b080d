import { allQuestions } from '../../analyses/registry.js';
import type { Query } from '../../answering/declaration.js';
import { partOfShop, sayingPart } from '../../answering/part-of-shop.js';
import type { Question } from '../../answering/question.js';
import type { Shop, ShopView } from '../../answering/shop.js';
import type { Config } from '../../config/config.js';
import type { Answer } from '../../core/answer/answer.js';
import type { Day } from '../../core/calendar/days.js';
import { isAskable } from '../../language/parse/parse.js';
import { type Segmenting, segmentingOf } from '../../segments/segmentation/settings.js';
import { type LinesAddress, linesAddress } from '../../store/engine/clickhouse/address.js';
import type { Store } from '../../store/engine/store.js';
import { storedCurrency } from '../../store/tables/amounts.js';
import { basisOf } from './basis.js';

/** The currency if neither a setting nor a file names one. */
export const DEFAULT_CURRENCY = 'USD';

/** The settings that what is computed depends on. */
export type UsedSettings =
  | 'DATABASE_URL'
  | 'LINES_URL'
  | 'LINES_CLUSTER'
  | 'SEGMENT_MAP'
  | 'SEGMENT_OPTIONS'
  | 'SHOP_CURRENCY'
  | 'HEMISPHERE'
  | 'SHOP_COUNTRY'
  | 'FISCAL_YEAR_START';

/** What the settings say of a shop. @throws ConfigError if SEGMENT_MAP or SEGMENT_OPTIONS has faults */
export const shopSettings = (
  config: Pick<Config, UsedSettings>,
): Pick<ShopParts, 'segmenting' | 'currency' | 'calendar'> => ({
  segmenting: segmentingOf(config),
  currency: config.SHOP_CURRENCY ?? DEFAULT_CURRENCY,
  calendar: {
    hemisphere: config.HEMISPHERE,
    ...(config.SHOP_COUNTRY !== undefined && { country: config.SHOP_COUNTRY }),
    ...(config.FISCAL_YEAR_START !== undefined && { fiscalYearStart: config.FISCAL_YEAR_START }),
  },
});

/** Where the settings say that order lines are, beside the store. */
export const linesOfSettings = ({
  LINES_URL,
  LINES_CLUSTER,
}: Pick<Config, 'LINES_URL' | 'LINES_CLUSTER'>): LinesAddress | undefined =>
  LINES_URL === undefined ? undefined : linesAddress(LINES_URL, LINES_CLUSTER);

/** What a shop is made of. */
export interface ShopParts {
  readonly store: Store;
  readonly segmenting: Segmenting;
  readonly today: () => Day;
  /** The currency of a store that has none yet. */
  readonly currency: string;
  /** The month that fiscal years begin with, where its summers are, and its country, if they are set. */
  readonly calendar?: Pick<Shop, 'fiscalYearStart' | 'hemisphere' | 'country'>;
}

/** Makes the shop that surfaces, digests and questions use. */
export function shopOver({ store, segmenting, today, currency, calendar }: ShopParts): Shop {
  return {
    store,
    segmenting,
    today,
    ...calendar,
    read: (work, part, names) =>
      store.read(async transaction => {
        const questions = await allQuestions();
        const seen = part ? await partOfShop(transaction, part) : transaction;
        const view: ShopView = {
          store: names ? { ...seen, names: await partOfShop(transaction, names) } : seen,
          part,
          segmenting,
          today,
          ...calendar,
          currency: (await storedCurrency(transaction)) ?? currency,
          questions,
          answer: query => answerOf(query, questions, view),
          isAskable: text => isAskable(text, view),
        };
        return work(view);
      }),
  };
}

/**
 * @throws Error if the question does not exist: questions are found in their folder, so no type can say it
 */
async function answerOf(query: Query, questions: readonly Question[], view: ShopView): Promise<Answer> {
  const { family, question: name, remarks = [], filters = [], ...given } = query;
  const question = questions.find(q => q.family === family && q.name === name);
  if (!question) throw new Error(`There is no question "${family} ${name}".`);
  const asked = { ...given, filters, remarks, question };
  const answer = await question.answer(asked, view);
  // Where it has another question answer, that one has said what it was computed from.
  const basis = answer.basis ?? (await basisOf(answer, asked, view));
  return { ...sayingPart(answer, view.part), basis };
}
