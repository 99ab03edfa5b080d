import type { ShopNames } from '../../query/describe.js';
import { CUSTOMER_FILTERS, EXAMPLES, LINE_FILTERS, QUERY_GUIDE } from '../../query/guide.js';

/** More fields than this would make the prompt longer than small models read. */
const MOST_FIELDS = 100;

/** One message of a chat, in the form of the chat completions interface. */
export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/**
 * What a language model is told: how queries are written, the names that this shop's queries can use, and the
 * text. No value, row or figure of the data, and no customer.
 */
export function promptFor(text: string, names: ShopNames): ChatMessage[] {
  return [
    { role: 'system', content: instructions(names) },
    { role: 'user', content: text },
  ];
}

function instructions({ measures, fields, segments }: ShopNames): string {
  const lines = [
    "You turn a question about a shop's sales into a query. Another program answers it; you never answer.",
    'Reply with one JSON object and nothing else: {"query": {...}}.',
    'Reply {"query": null} if a query cannot say exactly what is asked, or if it is not about sales, ' +
      'orders, customers or segments. Use only the names below. Take values from the question as they ' +
      'are written there.',
    '',
    QUERY_GUIDE,
    '',
    'Measures:',
    ...measures.filter(m => m.missing === undefined).map(m => `${m.key}: ${m.formula}`),
    '',
    'Fields for "by", and for filters (the kind dimension or customer):',
    ...fields.slice(0, MOST_FIELDS).map(({ key, label, kind }) => `${key} (${kind}): ${label}`),
    '',
    `Segments: ${segments.map(({ key }) => key).join(', ')}`,
    '',
    'Filters for "where":',
    ...LINE_FILTERS.map(guided),
    '',
    'Conditions for "who":',
    ...CUSTOMER_FILTERS.map(guided),
    '',
    'Examples:',
    ...EXAMPLES.map(({ about, example }) => guided({ about, example: { query: example } })),
  ];
  return lines.join('\n');
}

const guided = ({ about, example }: { readonly about: string; readonly example: unknown }): string =>
  `${about}: ${JSON.stringify(example)}`;
