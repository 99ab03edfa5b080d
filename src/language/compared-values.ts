import type { Span } from './reading.js';

/** `France vs Spain`, `compare France with Spain`: values that are compared are those of a breakdown. */
export function withComparedValues(spans: readonly Span[]): readonly Span[] {
  const isComparing = ({ meanings }: Span) =>
    meanings.some(
      m => m.kind === 'versus' || (m.kind === 'question' && m.questions.some(q => q.name === 'compare')),
    );
  const fields = spans.flatMap(s => s.meanings.flatMap(m => (m.kind === 'value' ? [m.value.field] : [])));
  const field = fields.find((f, i) => fields.findIndex(other => other.key === f.key) < i);
  if (!field || !spans.some(isComparing)) return spans;
  const plain = spans.map((s): Span => (isComparing(s) ? { ...s, meanings: [{ kind: 'filler' }] } : s));
  const isSplit = spans.some(s =>
    s.meanings.some(m => m.kind === 'dimension' && !m.isPeriod && m.dimension.key !== field.key),
  );
  const end = spans.at(-1)?.to ?? 0;
  const at = isSplit ? { text: '', from: end, to: end } : { text: '', from: 0, to: 0 };
  const by: Span = { ...at, meanings: [{ kind: 'by' }] };
  const split: Span = { ...at, meanings: [{ kind: 'dimension', dimension: field }] };
  return isSplit ? [...plain, by, split] : [by, split, ...plain];
}
