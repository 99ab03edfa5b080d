/** Words before a colon that are parts of the query; a field of that name is written `field.top:`. */
const RESERVED = [
  'measure',
  'list',
  'by',
  'bands',
  'top',
  'bottom',
  'ends',
  'within',
  'rank',
  'period',
  'versus',
  'per',
  'having',
  'show',
  'as-of',
  'map',
  'scored',
  'fiscal-start',
  'goal',
  'part-of',
  'page',
] as const;

/** Whether a word before a colon is a part of the query rather than a field. */
export const isReserved = (name: string): boolean => (RESERVED as readonly string[]).includes(name);
