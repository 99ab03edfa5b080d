import { pattern, type Same } from './same.js';

/** What people shorten, and signs, written out. */
export const SHORTHAND: Same = [
  // A year that is said twice.
  [/\b(?:this|last|the current|current) (?:year|yr) \(((?:19|20)\d\d)\)/gi, '$1'],
  [/\bduring (?:the )?(?:whole|entire) of\b/gi, 'in'],
  [/\b(last|this|next|per|every|each|previous|prior|prev|by) (?:yr|yrs)\b/gi, '$1 year'],
  [/\b(last|this|next|per|every|each|previous|prior|prev|by) (?:mth|mnth|mo)\b/gi, '$1 month'],
  [/\b(last|this|next|per|every|each|previous|prior|prev|by) qtr\b/gi, '$1 quarter'],
  [/ ?(?:->|→|=>) ?/g, ' to '],
  [/(?<=\p{L}) \+ (?=\p{L})/gu, ' and '],
  [
    pattern(
      'gi',
      String.raw`(?<=\d) v (?=(?:q[1-4]|h[12]|jan|feb|mar|apr|may|jun|jul|aug`,
      String.raw`|sep|oct|nov|dec|19|20|last|the same|0\d))`,
    ),
    ' vs ',
  ],
  [/(?<!\S)w\/(?=\s?\p{L})(?!o\b)/gu, 'with '],
  [/(?<!\S)\${2,}(?!\S)/g, 'money'],
  [/\b(?:not|without) (?:including|counting)\b|\bleaving aside\b|\bif (?:we|you|i) ignore\b/gi, 'excluding'],
  [/(?<!\b(?:vs\.?|versus|and|or|gross) )\bnet (?=(?:sales|revenue|turnover)\b)(?!.*\bgross\b)/gi, ''],
  [/\bex (?!vat\b|tax\b)(?=\p{L})/giu, 'excluding '],

  [/\bgonna\b/gi, 'going to'],
  [/(?<=\d) ?grand\b/gi, 'k'],
  [/\bwhat(?:'s|s| is| was) the damage (?:for|in)\b/gi, 'sales in'],
  [/\bhow'?d we do\b/gi, 'how did we do'],
  [
    /\bsince (?:we|you) (?:started|began|opened|launched)\b|\bsince the (?:very )?(?:beginning|start)\b/gi,
    'ever',
  ],
  [/\b(?:lately|recently|of late|in recent (?:days|weeks))(?=\s*[?.!]*$)/gi, 'last 30 days'],
  [/\bpromo(?:tion)? codes?\b/gi, 'promotion'],
  [/\bspenders\b/gi, 'customers'],
  [/\bfür(?:s| das)\b/gi, 'für'],
];
