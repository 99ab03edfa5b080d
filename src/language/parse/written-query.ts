import { ZodError } from 'zod';
import type { ParsedQuery } from '../../answering/question.js';
import type { ShopView } from '../../answering/shop.js';
import type { Note } from '../../core/answer/notes.js';
import { NotUnderstood } from '../../core/errors.js';
import type { Query } from '../../core/query/query.js';
import { parseQueryText, QueryTextError } from '../../core/query/query-text.js';

/** A query as it is written in full: `measure:orders by:country top:5`. @throws NotUnderstood */
export function queryAsWritten(text: string, shop: ShopView): ParsedQuery {
  return asQuestion(readQuery(text), [], shop);
}

function readQuery(text: string): Query {
  try {
    return parseQueryText(text);
  } catch (error) {
    if (error instanceof QueryTextError) throw new NotUnderstood(`In this query ${error.message}`, []);
    if (error instanceof ZodError)
      throw new NotUnderstood(`This is no query: ${error.issues[0]?.message ?? 'its parts do not fit'}`, []);
    throw error;
  }
}

/** A query as a question that is answered like any other. */
export function asQuestion(query: Query, remarks: readonly Note[], { questions }: ShopView): ParsedQuery {
  const question = questions.find(q => q.family === 'sales' && q.name === 'query');
  if (!question) throw new Error('There is no question that answers queries.');
  return { question, query, filters: [], remarks };
}
