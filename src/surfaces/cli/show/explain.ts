import pc from 'picocolors';
import { givesText, mapText, readingText } from '../../../ingest/report/question.js';
import type { DecisionKind, Reading } from '../../../ingest/understand/decisions/decision.js';
import type { Explained } from '../../../ingest/understand/questions/explain.js';
import type { ReadingFigures } from '../../../ingest/understand/questions/question.js';

const NAMES: Readonly<Record<DecisionKind, string>> = {
  totals: 'Rows of totals',
  amount: 'Amount',
  discount: 'Discount is taken off already',
  tax: 'Tax is in the amount',
  shipping: 'Shipping is in the amount',
  tip: 'Tip is in the amount',
  date: 'Day of the sale',
  dayAndMonth: 'Day and month',
  orders: 'One order',
  customer: 'Customer',
  product: 'Product',
};

/** How a file is read, decision by decision, and the second best reading of each. */
export function explainText(explained: readonly Explained[], header: readonly string[]): string {
  return explained.map(one => decisionLines(one, header).join('\n')).join('\n');
}

function decisionLines({ decision, figures, secondFigures }: Explained, header: readonly string[]): string[] {
  const { kind, chosen, confidence, others } = decision;
  const [second] = others;
  const sure = `${Math.round(confidence * 100)} % sure`;
  return [
    `${pc.bold(NAMES[kind])}: ${readingText(kind, chosen)} (${sure}): ${chosen.reason}`,
    ...(figures && kind !== 'product' ? [`  gives ${givesText(kind, figures)}`] : []),
    ...(second ? secondLines(kind, second, secondFigures, header) : []),
  ];
}

function secondLines(
  kind: DecisionKind,
  second: Reading,
  figures: ReadingFigures | undefined,
  header: readonly string[],
): string[] {
  const against = second.against ? `; against it: ${second.against}` : '';
  const gives = figures ? givesText(kind, figures) : 'the file cannot be read so';
  return [
    `  second best: ${readingText(kind, second)}: ${second.reason}${against}`,
    ...(kind === 'product' ? [] : [`  would give ${gives}`]),
    ...(second.maps.length > 0 ? [`  ${mapText(header, { reading: second })}`] : []),
  ];
}
