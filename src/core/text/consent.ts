import { withoutAccents } from './accents.js';
import { wordsOf } from './header-words.js';

/** Whether a yes in a column gives consent to marketing by e-mail, or refuses it. */
export type ConsentMeaning = 'given' | 'refused';

const REFUSED = new RegExp(
  `\\b(?:${[
    'opt(?:ed)? ?out|optout|unsubscribed?|do not (?:e ?mail|contact|market)|no (?:marketing|newsletter)',
    'abgemeldet|desabonne|desuscrito|disiscritto',
  ].join('|')})\\b`,
);
const GIVEN = new RegExp(
  `\\b(?:${[
    'accepts?(?: e ?mail)? marketing|accepts?marketing|buyer accepts?|agreed to marketing',
    '(?:marketing|e ?mail|newsletter) (?:marketing )?(?:allowed|accepted|ok)',
    '(?:consent|permission)|opt(?:ed)? ?in|optin|newsletter|subscribed|subscriber|subscription status',
    'einwilligung|werbeeinwilligung|werbung erlaubt|newsletteranmeldung',
    'acepta (?:marketing|publicidad)|consentimiento|suscrito|boletin',
    'accepte (?:le )?marketing|consentement|abonne|inscrit',
    'accetta (?:il )?marketing|consenso|iscritto|aceita marketing|consentimento|inscrito|assinante',
    'toestemming|nieuwsbrief|zgoda|samtykke|samtycke|nyhetsbrev|nyhedsbrev',
  ].join('|')})\\b`,
);
/** Consent to be called or written to in another way, and what is only about it. */
const ELSEWHERE = /\b(?:sms|text|whatsapp|phone|push|mail ?post|cookies?|date|time|day|at|ip|source|level)\b/;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s*,\s*/));
const YES = words(
  `yes, y, true, t, 1, x, on, ok, accepted, agreed, granted, given, confirmed, subscribed, opted in, opt in,
  optin, ja, j, wahr, zugestimmt, angemeldet, abonniert, oui, o, vrai, accepte, abonne, inscrit, si, s,
  verdadero,
  suscrito, acepta, aceptado, vero, iscritto, sim, verdadeiro, inscrito, tak, da, ano, igen, kylla, evet`,
);
const NO = words(
  `no, n, false, f, 0, off, declined, denied, refused, revoked, withdrawn, unsubscribed, not subscribed,
  opted out, opt out, optout, none, never subscribed, nein, falsch, abgelehnt, abgemeldet, non, faux, refuse,
  desabonne, falso, no suscrito, rechazado, nao, nie, ne, nem, ei, nej, nei, nee, hayir`,
);

/** What a column says of consent to marketing by e-mail, by its header; undefined where it says nothing. */
export function consentMeaning(header: string): ConsentMeaning | undefined {
  const said = wordsOf(header).join(' ');
  if (ELSEWHERE.test(said)) return undefined;
  if (REFUSED.test(said)) return 'refused';
  return GIVEN.test(said) ? 'given' : undefined;
}

/** Whether a value says yes or no, in several languages; undefined where it says neither: `pending`. */
export function yesOrNo(value: string): boolean | undefined {
  const said = withoutAccents(value.trim()).replace(/[_-]+/g, ' ');
  if (YES.has(said)) return true;
  return NO.has(said) ? false : undefined;
}
