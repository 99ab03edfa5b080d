import { IngestError } from '../../../core/errors.js';
import type { Values } from '../money/equations.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';
import type { RowRule } from './row-rules.js';
import { valueKey } from './value-key.js';

interface Sides {
  readonly debit: readonly string[];
  readonly credit: readonly string[];
}

/** How files say debit, and how they say credit beside it. */
const SIDES: readonly Sides[] = [
  { debit: ['d', 'dr', 'dt', 'deb', 'debit'], credit: ['c', 'cr', 'ct', 'cred', 'credit'] },
  { debit: ['s', 'soll'], credit: ['h', 'haben'] },
  { debit: ['debito', 'debe', 'dare', 'cargo'], credit: ['credito', 'haber', 'avere', 'abono'] },
  { debit: ['af', 'debet'], credit: ['bij', 'kredit', 'credit'] },
  { debit: ['wn', 'winien', 'obciazenie', 'debet'], credit: ['ma', 'uznanie'] },
];
/** How codes say in and out, in a column that is called a direction or a sign. */
const CODES: readonly Sides[] = [
  { debit: ['2'], credit: ['1'] },
  { debit: ['0'], credit: ['1'] },
  // As `valueKey` writes -1 and a minus.
  { debit: [' 1'], credit: ['1', '+1'] },
  { debit: [' '], credit: ['+'] },
  { debit: ['out', 'o'], credit: ['in', 'i'] },
  { debit: ['aus', 'ausgang', 'a'], credit: ['ein', 'eingang', 'e'] },
  { debit: ['sortie', 's'], credit: ['entree', 'e'] },
  { debit: ['salida', 's', 'uscita', 'u', 'saida'], credit: ['entrada', 'e', 'entrata'] },
  { debit: ['uit', 'ut', 'ud'], credit: ['in', 'inn', 'ind'] },
];
/** Headers of columns that say with a code whether money comes or goes. */
const OF_A_DIRECTION = new RegExp(
  String.raw`\b(direction|dir|sign|sens|signe|signo|segno|sinal|teken|tecken|fortegn|vorzeichen|richtung|` +
    `riktning|retning|richting|direccion|sentido|direzione|direcao|verso|kierunek|znak|smer|yon|` +
    String.raw`cash ?flow|in out|d c|dc|s h|sh)\b`,
);
/** Headers of columns that say a side of an account. */
const OF_A_SIDE = new RegExp(
  String.raw`\b(debit|credit|soll|haben|debe|haber|dare|avere|debito|credito|debet|kredit|dr|cr|d c|` +
    String.raw`c d|dc|cd|s h|sh|side|sign|sens|kennzeichen|direction|indicator|vorzeichen|af bij|wn ma)\b`,
);
/** Headers of kinds, which say a side only with whole words: `Type`. */
const OF_A_KIND = /\b(type|typ|tipo|kind|art|entry|movement)\b/;
/** Debit and credit are kinds of cards as well. */
const OF_CARDS = /\b(card|payment|pay|tender|method|karte|zahlungsart|carte|tarjeta|carta|means|funding)\b/;
/** The side of at least so many rows is that of the sales: a shop sells more often than it pays back. */
const MOST_ROWS = 2 / 3;

/**
 * Rows that a column of debits and credits says are money given back. Which side the sales are on depends on
 * whose account it is, so it is the side of most rows.
 * @throws IngestError where neither side has clearly more rows than the other
 */
export function debitCreditRules(
  sample: Sample,
  columns: readonly ColumnSurvey[],
  amounts: Values,
  kinds: ColumnSurvey | undefined,
): RowRule[] {
  return columns.flatMap(column => {
    const keys = [...new Set([...column.distinct].map(valueKey))];
    const sides = sidesOf(column, keys);
    if (!sides || keys.length < 2 || (column !== kinds && !saysSide(column, keys))) return [];
    const rowsOf = (side: readonly string[]) =>
      sample.texts(column).flatMap((text, i) => (side.includes(valueKey(text)) ? [i] : []));
    const [debits, credits] = [rowsOf(sides.debit), rowsOf(sides.credit)];
    if (debits.length === 0 || credits.length === 0) return [];
    const [fewer, more, back] =
      credits.length >= debits.length ? [debits, credits, sides.debit] : [credits, debits, sides.credit];
    // Where the amounts have their signs already, the column says nothing new.
    const isBelow = (i: number) => (amounts[i] ?? 0) < 0;
    if (fewer.filter(isBelow).length >= fewer.length * 0.9 || more.every(isBelow)) return [];
    if (more.length < (fewer.length + more.length) * MOST_ROWS)
      throw unclear(column, sides, debits, credits, amounts);
    const values = new Set(keys.filter(k => back.includes(k)));
    return [{ column: column.index, values, kind: 'return' as const, what: 'returns' }];
  });
}

/** The words or codes of the two sides that a column has, if it has no others. */
function sidesOf({ name }: ColumnSurvey, keys: readonly string[]): Sides | undefined {
  const known = OF_A_DIRECTION.test(name) ? [...SIDES, ...CODES] : SIDES;
  return known.find(s => keys.every(k => s.debit.includes(k) || s.credit.includes(k)));
}

const saysSide = ({ name }: ColumnSurvey, keys: readonly string[]): boolean =>
  !OF_CARDS.test(name) &&
  (OF_A_DIRECTION.test(name) ||
    OF_A_SIDE.test(name) ||
    (OF_A_KIND.test(name) && keys.every(k => k.length > 2)));

function unclear(
  { header }: ColumnSurvey,
  sides: Sides,
  debits: readonly number[],
  credits: readonly number[],
  amounts: Values,
): IngestError {
  const isCode = CODES.includes(sides);
  const codes = [sides.debit, sides.credit].map(([code = '']) => `"${code.replace(' ', '-')}"`);
  const sum = (rows: readonly number[]) => rows.reduce((all, i) => all + (amounts[i] ?? 0), 0).toFixed(2);
  const [says, one, other] = isCode
    ? [`"${header}" says with a code what comes in and what goes out`, ...codes.map(c => `rows with ${c}`)]
    : [`"${header}" says debit or credit`, 'debits', 'credits'];
  return new IngestError(
    `${says}, and nothing tells which of them are sales: ` +
      `${debits.length} ${one} of ${sum(debits)}, ${credits.length} ${other} of ${sum(credits)}.`,
    `Keep the rows that are sales and returns, with a minus before what was given back; ` +
      `or count all of them as sales with --map "${header}=ignore".`,
  );
}
