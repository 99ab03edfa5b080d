import { groupingFields } from '../../answering/grouping-fields.js';
import type { ShopView } from '../../answering/shop.js';
import { tokensOf } from '../../core/text/normal-text.js';
import { ValueIndex } from '../values/value-index.js';

const KNOW = '(?:know|hear|see|read|learn)';
const ALL = '(?:everything|all|whatever|anything|what)';
const BEFORE: readonly RegExp[] = [
  `(?:so )?(?:what(?:'s|s| is) (?:the deal|up|the story|the situation|going on|the latest) with|` +
    `how(?:'s|s| is| are) things (?:with|at))`,
  '(?:can (?:you|u|someone) )?(?:please )?(?:tell me|show me|give me|pull up|pull|get me|i need|' +
    `need|send me)? ?(?:${ALL} (?:(?:we|you|u|i) (?:(?:need|have|` +
    `want)(?: to)? )?(?:${KNOW} )?)?(?:about|on)|` +
    '(?:the |a |me )*(?:rundown|lowdown|full picture|overview|profile|summary|background|details|' +
    'info|dossier|history|story|low-down|fact sheet) (?:on|of|about|for))',
  '(?:pull up|look up|who is|brief me on|fill me in on)',
].map(
  words =>
    new RegExp(`^(?:(?:hey|hi|ok|pls|please),? )*${words} (?:cust(?:omer)? |client |account )?(.+)$`, 'iu'),
);
const BEHIND = new RegExp(
  `^(?:cust(?:omer)? |client |account )?(.+?)(?:\\s*[,:;–-]\\s*|\\s+)(?:${ALL} (?:i|we) (?:need|` +
    `have|should|want)(?: to)? ${KNOW}|(?:give me |pls |please |need |i need )*(?:the |` +
    'a )?(?:rundown|lowdown|full picture|profile|full profile|dossier))(?: about (?:them|him|her|' +
    'it))?$',
  'iu',
);
/** `is mini gifts a good customer`. */
const WORTH = new RegExp(
  '^(?:so )?(?:is|are|was|were) (?:cust(?:omer)? |client |account )?(.+?) (?:still )?(?:an? )?' +
    '(?:really |very )?(?:good|great|important|big|loyal|valuable|bad|regular) ' +
    '(?:customer|client|buyer|account|one)s?(?: of ours)?' +
    '(?:,? or (?:are they |is it )?(?:slipping(?: away)?|at risk|lost|gone|leaving|fading|not))?$',
  'iu',
);
/** Why it is asked, and what is asked for once more. */
const TAIL = new RegExp(
  String.raw`[,.;:!?\s–-]*(?:,? ?(?:and )?(?:please |pls )?(?:give me|i need|need|i want) (?:the |` +
    'a )?(?:rundown|lowdown|full picture|overview|profile|summary|background|details|' +
    String.raw`story))?(?:[,\s]*(?:b4|before|for|ahead of|as i have|i have|im about to|` +
    String.raw`i'm about to) .{3,60}|[,\s]*(?:pls|please|thanks|thx))?[.!?\s]*$`,
  'iu',
);

/**
 * `whats the deal with mini gifts`, `12471 - everything i need to know`: the profile of the one customer who
 * is named.
 * @returns the text of the profile; undefined if the words name no customer, or several
 */
export async function profileText(text: string, shop: ShopView): Promise<string | undefined> {
  const said = text.trim().replace(TAIL, '').trim();
  for (const way of [...BEFORE, BEHIND, WORTH]) {
    const name = way.exec(said)?.[1]?.replace(/["?!]/g, '').trim();
    if (name === undefined || name === '' || name.split(/\s+/).length > 8) continue;
    const found = await customerCalled(name, shop);
    if (found !== undefined) return `segment customer ${found}`;
  }
  return undefined;
}

async function customerCalled(name: string, { store }: ShopView): Promise<string | undefined> {
  const tokens = tokensOf(name);
  const index = await ValueIndex.of(store, await groupingFields(store), tokens);
  const plain = tokens.map(t => t.text).join(' ');
  const exact = index.exact(plain).filter(v => v.field.key === 'customer');
  const held = tokens.length > 1 ? index.holding(tokens.map(t => t.text)) : index.customersWith(plain);
  const found = exact.length > 0 ? exact : held.filter(v => v.field.key === 'customer');
  const [only, ...others] = found;
  return only && others.length === 0 ? only.value : undefined;
}
