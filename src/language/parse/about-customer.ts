import type { ParsedQuery } from '../../answering/question.js';
import type { ShopView } from '../../answering/shop.js';
import { remark } from '../../core/answer/notes.js';
import { typed } from '../../core/text/typed-text.js';
import { translated } from './translated.js';

const CUSTOMER_NUMBER = /\bcust(?:omer)?s? (?:number |no\.? |nr\.? |id |#)?(\d{1,12})\b/giu;
/** Of a period, of others too, or of what goes on between customers: more than a profile says. */
const ASKS_MORE = new RegExp(
  String.raw`\b(?:vs|versus|against|than|without|except|not|similar|like|other|others|merge|between|` +
    String.raw`(?:19|20)\d\d|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|april?|may|june?|july?|aug(?:ust)?|` +
    'sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q[1-4]|since|until|years?|months?|' +
    String.raw`weeks?|quarters?|yesterday|today|goal|forecast|will|next|by|per)\b`,
  'iu',
);
const LONGEST = 160;

/**
 * A text about one customer of which not every word is understood: the customer's profile, which has what can
 * be said of one, and a remark that says so.
 * @param read reads a text as a question
 * @returns undefined if no customer is named by a number, or more than a profile is asked for
 */
export async function aboutOneCustomer(
  text: string,
  shop: ShopView,
  read: (text: string) => Promise<ParsedQuery | undefined>,
): Promise<ParsedQuery | undefined> {
  if (text.length > LONGEST) return undefined;
  const { text: english } = await translated(text, shop);
  const numbers = new Set([...english.matchAll(CUSTOMER_NUMBER)].map(m => m[1] as string));
  const [number] = numbers;
  const rest = english.replace(CUSTOMER_NUMBER, ' ');
  if (number === undefined || numbers.size > 1 || /\d/.test(rest) || ASKS_MORE.test(rest)) return undefined;
  const profile = await read(`segment customer ${number}`);
  if (profile?.name === undefined) return undefined;
  const said = remark(
    `Not every word of this was understood: here is what is known of customer ${typed(number)}.`,
  );
  return { ...profile, remarks: [...profile.remarks, said] };
}
