import { hasDataFor } from '../../answering/askable.js';
import { canonical } from '../../answering/declaration.js';
import type { ParsedQuery } from '../../answering/question.js';
import type { ShopView } from '../../answering/shop.js';
import { remark } from '../../core/answer/notes.js';
import { type FiscalText, withFiscalPeriods } from '../../core/calendar/in-words/fiscal-periods.js';
import { periodContext } from '../../core/calendar/in-words/named-period.js';
import { NotUnderstood, noSales } from '../../core/errors.js';
import { isQueryText } from '../../core/query/query-text.js';
import { cleaned } from '../../core/text/normal-text.js';
import { lastOrderDay } from '../../store/tables/customer-totals.js';
import { dataExtent } from '../../store/tables/order-lines.js';
import { type Composed, compose } from '../compose/compose.js';
import { withoutPercent } from '../compose/growth.js';
import { asNamed, withNamedQuestion } from '../compose/named.js';
import { plainly } from '../compose/plainly.js';
import { withYears, writtenOut } from '../compose/spelling.js';
import { withGoods } from '../compose/translate.js';
import { TwoQuestions } from '../compose/two-questions.js';
import { Unanswerable } from '../compose/unanswerable.js';
import { type Misunderstood, notUnderstood } from '../refused.js';
import { LONGEST, MOST_UNKNOWN, understand } from '../understand.js';
import { withCountries } from '../values/country-codes.js';
import { withCustomerNumbers } from '../values/customer-numbers.js';
import { withFullNames } from '../values/short-names.js';
import { aboutOneCustomer } from './about-customer.js';
import { forAudience, takeAudience } from './audience.js';
import { followUp } from './conversation.js';
import { readCourse } from './course.js';
import { inPlainerWords, withoutFalseFriends } from './in-plainer-words.js';
import { withoutEmptyWords } from './left-out.js';
import { lostLimit } from './lost-limit.js';
import { reasonInstead, withRemarks } from './outcome.js';
import { profileText } from './profile.js';
import { memoizedReading } from './readings.js';
import { respelled } from './respelled.js';
import { questionsWithin } from './sentences.js';
import { translated } from './translated.js';
import { understoodPart } from './understood-part.js';
import { withoutPadding } from './without-padding.js';
import { withoutTalk } from './without-talk.js';
import { asQuestion, queryAsWritten } from './written-query.js';

/**
 * Turns a text into the question it asks.
 * @param before the canonical text of the question before, which a text such as "and in Germany?" changes
 * @throws NotUnderstood with the nearest questions where it asks none, or with what it can mean where that is
 * open
 */
export async function parseQuestion(typed: string, shop: ShopView, before?: string): Promise<ParsedQuery> {
  const listed = takeAudience(typed);
  if (!listed) return parsePlain(typed, shop, before);
  // "For Mailchimp" alone is said of the answer before.
  const text = listed.rest === '' ? before : listed.rest;
  const asked = await reasonInstead(() => parsePlain(text ?? 'segment export', shop, before));
  const found = asked instanceof NotUnderstood ? undefined : forAudience(asked, listed.audience, shop);
  if (found) return found;
  // In words it may be a value of the shop: "sales for Meta".
  if (!listed.isOption) return parsePlain(typed, shop, before);
  if (asked instanceof NotUnderstood) throw asked;
  throw new NotUnderstood(
    `"${listed.rest}" is no list of customers that could be written for ${listed.audience}.`,
    [`segment export for:${listed.audience}`, `customers risk for:${listed.audience}`],
  );
}

async function parsePlain(typed: string, shop: ShopView, before?: string): Promise<ParsedQuery> {
  if (isQueryText(typed)) return queryAsWritten(typed, shop);
  const countries = await withCountries(typed.replace(SHOP_COMMAND, ''), shop);
  const text = await withCustomerNumbers(countries, shop);
  const changed = before === undefined ? undefined : await followUp(text, before, shop, parseQuestion);
  if (changed) return changed;
  const meant = await withoutFalseFriends(text, shop);
  const asMeant = meant === undefined ? undefined : (await firstReading(meant, shop)).question;
  if (asMeant) return asMeant;
  const { question, reason } = await firstReading(text, shop);
  if (question) return question;
  const again = reason && isOpen(reason) ? await otherwise(text, shop) : undefined;
  if (again) return again;
  if (reason && (isOpen(reason) || reason instanceof TwoQuestions)) {
    const profile = await aboutOneCustomer(
      text,
      shop,
      async other => (await firstReading(other, shop)).question,
    );
    if (profile) return profile;
  }
  // Without data there are no dimensions, and nothing about them would be understood.
  if ((await lastOrderDay(shop.store)) === undefined) throw noSales();
  if (reason instanceof NotUnderstood) throw reason;
  const canBeAsked = (other: string) => isAskable(other, shop);
  const part = await understoodPart(text, shop);
  const offered = part && (await canBeAsked(part.text)) ? part : undefined;
  throw await notUnderstood(reason as Misunderstood, shop, canBeAsked, offered);
}

/** A text that is not understood as it stands: in plainer words, or as it may have been meant. */
async function otherwise(text: string, shop: ShopView): Promise<ParsedQuery | undefined> {
  const plainer = await inPlainerWords(text, shop);
  if (plainer === undefined) return otherReadings(text, shop);
  const { question } = await firstReading(plainer, shop);
  return question ?? (await otherReadings(text, shop)) ?? otherReadings(plainer, shop);
}

/** A text that is not understood as it stands: without what says nothing, then as it may have been meant. */
async function otherReadings(text: string, shop: ShopView): Promise<ParsedQuery | undefined> {
  const alone = await numberAlone(text, shop);
  if (alone) return alone;
  const shorter = await withoutEmptyWords(text, shop);
  const short = shorter && (await firstReading(shorter.text, shop)).question;
  if (short) return withRemarks(short, shorter.remarks);
  const within = await questionWithin(text, shop);
  if (within) return within;
  const quiet = await withoutTalk(text, shop);
  const question = quiet && (await readQuiet(quiet.text, shop));
  if (question) return withRemarks(question, quiet.remarks);
  const spelt = await respelled(text, shop);
  if (!spelt) return readWithoutPadding(text, shop);
  const meant = (await firstReading(spelt.text, shop)).question ?? (await otherReadings(spelt.text, shop));
  return meant && withRemarks(meant, spelt.remarks);
}

/** A text without the words that add nothing to it. */
async function readWithoutPadding(text: string, shop: ShopView): Promise<ParsedQuery | undefined> {
  const plain = await withoutPadding(text, shop);
  const question = plain && (await firstReading(plain.text, shop)).question;
  return question && withRemarks(question, plain.remarks);
}

/** A number and nothing else: an order, or a customer. */
async function numberAlone(text: string, shop: ShopView): Promise<ParsedQuery | undefined> {
  const number = /^\W*(\d{3,12})\W*$/.exec(text)?.[1];
  if (number === undefined) return undefined;
  return (
    (await firstReading(`order ${number}`, shop)).question ??
    (await firstReading(`segment customer ${number}`, shop)).question
  );
}

/** A text that talk was left out of. */
async function readQuiet(text: string, shop: ShopView): Promise<ParsedQuery | undefined> {
  const first = (await firstReading(text, shop)).question ?? (await numberAlone(text, shop));
  if (first) return first;
  const shorter = await withoutEmptyWords(text, shop);
  const short = shorter && (await firstReading(shorter.text, shop)).question;
  return short ? withRemarks(short, shorter.remarks) : questionWithin(text, shop);
}

/** The one question that stands among greetings and reasons; none where a text asks several. */
async function questionWithin(text: string, shop: ShopView): Promise<ParsedQuery | undefined> {
  const found = new Map<string, ParsedQuery>();
  let length = 0;
  for (const part of await questionsWithin(text, shop)) {
    if (found.size > 0 && part.length < length) break;
    length = part.length;
    const shorter = await withoutEmptyWords(part.text, shop);
    const question =
      (await firstReading(part.text, shop)).question ??
      (shorter && (await firstReading(shorter.text, shop)).question);
    if (!question) continue;
    const remarks = [...part.remarks, ...(shorter?.remarks ?? [])];
    found.set(canonical(question), withRemarks(question, remarks));
  }
  const [only, ...others] = found.values();
  return others.length === 0 ? only : undefined;
}

/**
 * A text in the words in which it is read: English, or another language that is put into English first. As
 * it was typed it is read again where that makes no question, since its words may be names of this shop.
 */
async function firstReading(text: string, shop: ShopView): Promise<FirstReading> {
  const { text: english, language } = await translated(text, shop);
  if (language === undefined) return readEnglish(text, shop);
  const [first, ...others] = [...new Set([english, withGoods(english, language)])];
  const read = await readEnglish(first as string, shop);
  let [found, said] = [read, first];
  // Goods in English are likelier than a word that is near to one of ours: "trenes" are trains, not trends.
  const isGuessed = read.question?.remarks.some(note => note.kind === 'readAs') === true;
  for (const other of others) {
    if (found.question && !isGuessed) break;
    const again = await readEnglish(other, shop);
    if (again.question) [found, said] = [again, other];
  }
  if (found.question) {
    const isEnglish = cleaned(text).toLowerCase().replace(/\s+/g, ' ').trim() === said;
    const from = isEnglish ? [] : [remark(`Read from ${language} as "${said}".`)];
    return { question: withRemarks(found.question, from) };
  }
  const asTyped = await readEnglish(text, shop);
  if (asTyped.question || read.reason === undefined) return asTyped;
  // The words that are left in the other language are those that were not understood.
  return read.reason instanceof NotUnderstood ? read : { reason: { ...read.reason, said: cleaned(text) } };
}

interface FirstReading {
  readonly question?: ParsedQuery;
  readonly reason?: Misunderstood | NotUnderstood;
}

/**
 * A text as a query where it says what no named question can say, else as a named question, else as a
 * query. A text about segments asks a named question if it can.
 */
async function readEnglish(typed: string, shop: ShopView): Promise<FirstReading> {
  const named = await reasonInstead(() => withFullNames(plainly(typed), shop));
  if (named instanceof NotUnderstood) return { reason: named };
  const read = await readNamed(named.text, shop);
  return read.question ? { question: withRemarks(read.question, named.remarks) } : read;
}

/** The same, of a text with the full names of customers. */
async function readNamed(text: string, shop: ShopView): Promise<FirstReading> {
  const profile = await profileText(text, shop);
  if (profile !== undefined) return readNamed(profile, shop);
  const said = cleaned(text).replace(/^\//, '');
  const isCommand = /^\s*segments?\b/i.test(said);
  const course = await reasonInstead(() => readCourse(text, said, shop));
  if (course) return course instanceof NotUnderstood ? { reason: course } : { question: course };
  const isTooLong = said.length > LONGEST;
  const composed = isTooLong
    ? { unknown: said }
    : await reasonInstead(() => compose(withoutPercent(said), shop));
  const query = 'query' in composed ? composed : undefined;
  const remarks = query?.remarks ?? [];
  const asNamedQuestion = async () => {
    const words = query && asNamed(query.query);
    const again = words === undefined ? undefined : await reasonInstead(() => understand(words, shop));
    return again && 'question' in again ? { question: withRemarks(again, remarks) } : undefined;
  };
  const asked = () => ({ question: asQuestion((query as Composed).query, remarks, shop) });
  if (query?.isStrong && !isCommand) return (await asNamedQuestion()) ?? asked();
  if (composed instanceof Unanswerable && composed.isCertain && !isCommand) return { reason: composed };
  const inDays = await fiscalPeriods(shop);
  const { text: dated, remarks: fiscal } = inDays(withoutPercent(withYears(text)));
  const read = await reasonInstead(() => understand(dated, shop));
  const named =
    'question' in read
      ? withRemarks(
          read,
          fiscal.map(said => remark(said)),
        )
      : read;
  const lost = query || !('question' in named) ? undefined : lostLimit(writtenOut(said), named);
  if (lost) return { reason: lost };
  if ('question' in named) return { question: named };
  if (query?.isComposed) return asked();
  if (isCommand) return { reason: named };
  if (isTooLong || composed instanceof Unanswerable)
    return { reason: composed instanceof Unanswerable ? composed : named };
  const isHopeless = 'unknown' in named && named.unknown.length > MOST_UNKNOWN;
  const hasFilters = /[\p{L}\d]:\S/u.test(said);
  const full = inDays(writtenOut(said)).text;
  for (const words of [
    withNamedQuestion(full),
    query && asNamed(query.query),
    query || hasFilters || isHopeless ? undefined : full,
  ]) {
    const again = words === undefined ? undefined : await reasonInstead(() => understand(words, shop));
    if (again && 'question' in again)
      return { question: { ...again, remarks: [...new Set([...again.remarks, ...remarks])] } };
  }
  return query ? asked() : { reason: named };
}

/**
 * Whether a refusal is for words that are not understood, and not for what cannot be told or is asked back.
 */
const isOpen = (reason: Misunderstood | NotUnderstood): boolean =>
  !(reason instanceof Unanswerable && reason.isCertain) &&
  !('said' in reason && reason.said.length > LONGEST);

/** `/shop` takes any question; somebody may type it where it is no command. */
const SHOP_COMMAND = /^\s*\/shop\b\s*/i;

/** Writes the fiscal periods of a text as days, by the shop's fiscal year. */
async function fiscalPeriods({ store, today, fiscalYearStart = 1 }: ShopView) {
  const data = await dataExtent(store);
  return (text: string): FiscalText =>
    data ? withFiscalPeriods(text, fiscalYearStart, periodContext(data, today())) : { text, remarks: [] };
}

/** Whether a text can be asked of this shop's data: what is offered must be answered. */
export async function isAskable(text: string, shop: ShopView): Promise<boolean> {
  try {
    const listed = takeAudience(text);
    if (listed) return (await parseQuestion(text, shop)).audience !== undefined;
    if (isQueryText(text)) return queryAsWritten(text, shop).query !== undefined;
    const question = await memoizedReading(text, shop, async () => (await firstReading(text, shop)).question);
    return question !== undefined && (await hasDataFor(question, shop));
  } catch {
    return false;
  }
}
