import { withoutAccents } from '../../../core/text/accents.js';
import { countsPiecesBack } from '../quantities/pieces-back.js';
import type { Sample } from '../sample.js';
import { type ColumnSurvey, DISTINCT_MOST, numberShare } from '../survey.js';
import type { RowRule } from './row-rules.js';
import { isTotalsText } from './totals.js';
import { isUnknownWord, unknownWords } from './unknown-words.js';
import { valueKey } from './value-key.js';
import {
  BESIDE_GOODS,
  DOCUMENTS,
  DOUBTFUL,
  FLAGS,
  GOODS,
  LIVE,
  MOVEMENTS,
  NO,
  NOT_A_SALE,
  PAYMENTS,
  RETURN_TYPES,
  SALE_TYPES,
  SAYS_KIND,
  SAYS_STATE,
  TRIED,
  YES,
} from './vocabulary.js';

/** Columns with more values say no kind and no state. */
const MOST_VALUES = 60;

/**
 * Finds which rows are no sale, were called off, or are money given back, by the values of columns that say a
 * kind or a state, by columns of yes and no, and by dates of cancellation.
 * @param taken columns that are something else: numbers, names, products
 * @param isNegative whether a row's amount is below zero already
 * @param kinds the column that the person said has the kinds of rows
 */
export function findRowRules(
  sample: Sample,
  columns: readonly ColumnSurvey[],
  isNegative: (row: number) => boolean,
  kinds?: ColumnSurvey,
): RowRule[] {
  const rules: RowRule[] = [];
  for (const column of columns) {
    if (column.filled === 0) continue;
    const flag = FLAGS.find(f => f.header.test(column.name));
    const values = [...column.distinct];
    if (flag?.kind === 'returned' && countsPiecesBack(column, sample.survey.columns)) continue;
    const tried = ofTests(column);
    if (tried) rules.push(tried);
    else if (flag && isYesOrNo(values)) rules.push(...ofFlag(sample, column, flag, isNegative));
    else if (flag?.kind === 'cancelled' && column.dates.read >= column.filled * 0.8)
      rules.push({ column: column.index, values: 'filled', kind: 'cancelled', what: 'cancelled orders' });
    else if (values.length <= MOST_VALUES && numberShare(column) < 0.5)
      rules.push(
        ...ofWords(sample, column, values, isNegative, column === kinds),
        ...ofBlanks(sample, column),
      );
  }
  // A fee that is given back is no return: what is no sale comes first, and doubts last.
  const rank = ({ kind, what }: RowRule) =>
    kind === 'notASale' ? 0 : kind !== 'doubtful' ? 1 : isUnknownWord(what) ? 3 : 2;
  return rules.sort((a, b) => rank(a) - rank(b));
}

/** What rows are called whose state is blank where nearly all others have one. */
export const WITHOUT_STATUS = 'without a status';
const STATE_OF_ORDER = /^(order |bestell)?(status|state|estado|etat|statut|stato|stav|zustand|situacao)$/;
const MOSTLY_FILLED = 0.8;

/** Orders without a status, which some shops never finished: they count, and people are told. */
function ofBlanks({ survey }: Sample, column: ColumnSurvey): RowRule[] {
  const isState = STATE_OF_ORDER.test(column.name) && areStates(column);
  return isState && column.filled < survey.rows && column.filled >= survey.rows * MOSTLY_FILLED
    ? [{ column: column.index, values: 'blank', kind: 'doubtful', what: WITHOUT_STATUS }]
    : [];
}

/** Orders that were made to try the shop, where each is either `live` or `test`. */
function ofTests({ index, distinct }: ColumnSurvey): RowRule | undefined {
  const keys = [...distinct].map(valueKey);
  if (keys.length < 2 || keys.length > 4 || !keys.every(v => LIVE.test(v) || TRIED.test(v))) return undefined;
  const tried = keys.filter(v => TRIED.test(v));
  return tried.length === 0 || tried.length === keys.length
    ? undefined
    : { column: index, values: new Set(tried), kind: 'notASale', what: 'tests' };
}

const isYesOrNo = (values: readonly string[]): boolean =>
  values.length <= 3 && values.every(v => YES.test(withoutAccents(v)) || NO.test(withoutAccents(v)));

function ofFlag(
  sample: Sample,
  column: ColumnSurvey,
  { kind, what, isNo = false }: (typeof FLAGS)[number],
  isNegative: (row: number) => boolean,
): RowRule[] {
  const yes = [...column.distinct].map(valueKey).filter(v => (isNo ? NO : YES).test(v));
  // Where all are tests, or all are not live, nothing would be left.
  if (yes.length === 0 || (isNo && yes.length === column.distinct.size)) return [];
  const rows = sample.texts(column).flatMap((text, i) => (yes.includes(valueKey(text)) ? [i] : []));
  // Rows that are negative are the returns themselves.
  if (kind === 'returned' && rows.length > 0 && rows.filter(isNegative).length >= rows.length * 0.9)
    return [];
  return [{ column: column.index, values: new Set(yes), kind, what }];
}

function ofWords(
  sample: Sample,
  column: ColumnSurvey,
  values: readonly string[],
  isNegative: (row: number) => boolean,
  isSaid: boolean,
): RowRule[] {
  const keys = values.map(valueKey);
  const isKind =
    isSaid ||
    (SAYS_KIND.test(column.name) &&
      !/\b(product|customer|payment|card|item|shipping|delivery|client|member)\b/.test(column.name));
  const isState = SAYS_STATE.test(column.name);
  const known = keys.filter(v => isKnown(v)).length;
  const rules: RowRule[] = keys.some(v => GOODS.test(v)) ? besideGoods(column, keys) : [];
  if (!isKind && !isState && (known < keys.length * 0.8 || known < 2)) return rules;
  // A column of payment methods has transfers and deposits that are sales.
  const isMethod = /\b(method|methode|means|gateway|provider|mode|zahlungsart|moyen|metodo|forma)\b/.test(
    column.name,
  );
  const ofUnknown = () => (isMethod ? [] : unknownWords(sample, column, keys, isKnown));
  const add = (kind: RowRule['kind'], what: string, found: readonly string[]) => {
    if (found.length > 0) rules.push({ column: column.index, values: new Set(found), kind, what });
  };
  if (!isMethod)
    for (const { what, pattern } of NOT_A_SALE) {
      const found = keys.filter(v => pattern.test(v) && !(isKind && RETURN_TYPES.test(v)));
      if (found.length < keys.length) add('notASale', what, found);
    }
  // Beside fees the file is a statement of an account, with other movements that are no sales.
  if (isKind && rules.some(r => r.what === 'fees'))
    add(
      'notASale',
      'other movements of the account',
      keys.filter(v => MOVEMENTS.test(v) && !RETURN_TYPES.test(v)),
    );
  if (isKind && keys.some(v => DOCUMENTS.test(v) && !RETURN_TYPES.test(v)))
    add(
      'notASale',
      'payments of documents',
      keys.filter(v => PAYMENTS.test(v)),
    );
  if (isKind || !isState) {
    const returns = keys.filter(
      v => RETURN_TYPES.test(v) && !rules.some(r => r.values instanceof Set && r.values.has(v)),
    );
    const sales = keys.filter(v => SALE_TYPES.test(v) && !RETURN_TYPES.test(v));
    if (sales.length > 0 && isGivenBack(returns)) {
      add('return', 'returns', returns);
      return [...rules, ...ofUnknown()];
    }
  }
  for (const { what, pattern } of DOUBTFUL)
    add(
      'doubtful',
      what,
      keys.filter(v => pattern.test(v) && !rules.some(r => r.values instanceof Set && r.values.has(v))),
    );
  return [...rules, ...ofUnknown()].filter(
    r => !(r.kind === 'doubtful' && allNegative(sample, r, isNegative)),
  );
}

/** Rows that are no goods, in a column that says of each row whether it is. */
const besideGoods = (column: ColumnSurvey, keys: readonly string[]): RowRule[] =>
  BESIDE_GOODS.flatMap(({ what, pattern }): RowRule[] => {
    const found = keys.filter(v => pattern.test(v));
    return found.length === 0
      ? []
      : [{ column: column.index, values: new Set(found), kind: 'notASale', what }];
  });

/** A kind is named by a noun: `Return`, `Credit note`; a sale that came back by what happened: `Returned`. */
const isGivenBack = (returns: readonly string[]): boolean =>
  returns.length > 0 &&
  !returns.every(
    v =>
      /(ed|iert|e|ado|ido|ato|ito)$/.test(v) &&
      !/(note|gutschrift|ruckgabe|retoure|iade|nota (?:d[ei] )?credito)$/.test(v),
  );

/** Whether a column's values are states of an order, as far as most of them are words for one. */
export const areStates = (column: ColumnSurvey): boolean => {
  const keys = [...column.distinct].map(valueKey);
  return keys.length > 0 && keys.filter(isKnown).length * 2 > keys.length;
};

const isKnown = (v: string): boolean =>
  SALE_TYPES.test(v) ||
  RETURN_TYPES.test(v) ||
  NOT_A_SALE.some(n => n.pattern.test(v)) ||
  DOUBTFUL.some(d => d.pattern.test(v));

function allNegative(sample: Sample, rule: RowRule, isNegative: (row: number) => boolean): boolean {
  if (!(rule.values instanceof Set)) return false;
  const values = rule.values;
  const rows = sample.texts(rule.column).flatMap((text, i) => (values.has(valueKey(text)) ? [i] : []));
  return rows.length > 0 && rows.every(isNegative);
}

/** What rows are called that add up others. */
export const TOTALS = 'rows of totals';

/** Rows that add up others though they have a date: a text says `Subtotal` or `Grand total`. */
export function totalsRules(columns: readonly ColumnSurvey[]): RowRule[] {
  return columns.flatMap((column): RowRule[] => {
    if (column.distinct.size >= DISTINCT_MOST * 2 || numberShare(column) > 0.5) return [];
    const found = [...column.distinct].filter(v => v.length < 60 && isTotalsText(v)).map(valueKey);
    return found.length === 0
      ? []
      : [{ column: column.index, values: new Set(found), kind: 'total', what: TOTALS }];
  });
}
