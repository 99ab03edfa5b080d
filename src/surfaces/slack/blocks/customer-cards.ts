import type { CardBlock, CarouselBlock } from '@slack/types';
import { quoted } from '../../../answering/declaration.js';
import type { Answer, Column, Row } from '../../../core/answer/answer.js';
import { type Format, formatFor } from '../../../core/answer/format.js';
import { cut, LIMITS } from './limits.js';
import { escaped, type Mrkdwn, mrkdwnElement } from './mrkdwn.js';

/** Customers that have a card; the table has all. */
const CARDS = 5;
/** Figures on a card. */
const FIGURES = 3;
/** The number of the first button, above those of the other buttons that ask a question. */
const FIRST_BUTTON = 20;
/** What stands for an address that the reader may not see: nobody can be asked for by it. */
const MASKED = '…@…';

/**
 * The first customers of a list as cards, each with a button for the profile, which goes to whoever presses
 * it alone. Undefined for an answer that is no list of customers, and for digests, whose details are many.
 */
export function customerCards(answer: Answer): CarouselBlock | undefined {
  const { columns, question } = answer;
  const isList = columns[0]?.key === 'customer';
  const isProfile = question.startsWith('segment customer ');
  if (!isList || isProfile || question === 'digest') return undefined;
  const format = formatFor(answer.currency);
  const elements = answer.rows
    .slice(0, CARDS)
    .flatMap(row => cardOf(row, columns, format) ?? [])
    .map((card, i) => withButton(card, i));
  return elements.length === 0 ? undefined : { type: 'carousel', elements };
}

interface CardOfCustomer {
  /** What to ask for the customer by, and what to call them. */
  readonly customer: string;
  readonly called: string;
  readonly card: CardBlock;
}

function cardOf(row: Row, columns: readonly Column[], format: Format): CardOfCustomer | undefined {
  const { customer, name, segment } = row;
  if (typeof customer !== 'string' || customer === '' || customer.includes(MASKED)) return undefined;
  const isNamed = typeof name === 'string' && name !== '' && name !== customer;
  const figures = columns
    .filter(({ key, secondary }) => !secondary && !['customer', 'name', 'segment'].includes(key))
    .slice(0, FIGURES)
    .map(column => `${column.label}: ${format.cell(row, column)}`);
  const about = [...(isNamed ? [customer] : []), ...(typeof segment === 'string' ? [segment] : [])];
  const called = isNamed ? name : customer;
  return {
    customer,
    called,
    card: {
      type: 'card',
      title: element(called, LIMITS.cardTitle),
      ...(about.length > 0 && { subtitle: element(about.join(' · '), LIMITS.cardTitle) }),
      ...(figures.length > 0 && { body: element(figures.join(' · '), LIMITS.cardBody) }),
    },
  };
}

/** Text of a card. Names are cut before they are escaped, so that no escape is cut. */
const element = (text: string, most: number) => {
  let shown: Mrkdwn = escaped(text);
  for (let length = most; shown.source.length > most; length -= 10) shown = escaped(cut(text, length));
  return mrkdwnElement(shown);
};

const withButton = ({ customer, called, card }: CardOfCustomer, i: number): CardBlock => ({
  ...card,
  actions: [
    {
      type: 'button',
      action_id: `ask_${FIRST_BUTTON + i}`,
      text: { type: 'plain_text', text: cut(`Profile of ${called}`, LIMITS.buttonText), emoji: false },
      value: `segment customer ${quoted(customer)}`,
    },
  ],
});
