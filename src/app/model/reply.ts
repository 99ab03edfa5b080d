import { z } from 'zod';
import { type Query, querySchema } from '../../core/query/query.js';

/** The reply of a chat completions endpoint, as far as it is read. */
const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

const envelopeSchema = z.strictObject({ query: z.unknown() });

/**
 * The query in the body of a reply; null if the model says that there is none, undefined if it is nonsense.
 * E-mail addresses are never shown because a model says so.
 */
export function queryIn(body: string): Query | null | undefined {
  try {
    const content = completionSchema.parse(JSON.parse(body)).choices[0]?.message.content ?? '';
    const said: unknown = JSON.parse(objectIn(content));
    const envelope = envelopeSchema.safeParse(said);
    const written = envelope.success ? envelope.data.query : said;
    if (written === null) return null;
    const query = querySchema.parse(written);
    // An empty object is a query too, of the whole revenue, which nobody asked for.
    const isList = query.rows === 'customers' || query.rows === 'orders';
    if (!isList && query.measures.length === 0) return undefined;
    return { ...query, show: query.show.filter(shown => shown !== 'email') };
  } catch {
    // No JSON, no query, or nested without end.
    return undefined;
  }
}

/** The JSON object in a text, which may have thoughts before it and a fence around it. */
function objectIn(content: string): string {
  const text = content.slice(content.lastIndexOf('</think>') + 1);
  return text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
}
