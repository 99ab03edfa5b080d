import type { KnownBlock, MrkdwnElement } from '@slack/types';
import { escapeMrkdwn } from './escape.js';
import { cut, LIMITS } from './limits.js';

/**
 * Text in Slack's mrkdwn in which everything that came from a file or a person is escaped. The only ways to make one
 * are the functions below, so that no foreign text reaches Slack unescaped.
 */
export class Mrkdwn {
  readonly #source: string;

  private constructor(source: string) {
    this.#source = source;
  }

  /** The text as Slack takes it. */
  get source(): string {
    return this.#source;
  }

  /** For text that is escaped already: the functions of this file, and texts that were made by a `SubscriptionDesk`. */
  static ofEscaped(source: string): Mrkdwn {
    return new Mrkdwn(source);
  }
}

/** A text of ours with foreign values in it, which are escaped: mrkdwn`*${customer}* bought nothing`. */
export function mrkdwn(ours: TemplateStringsArray, ...values: readonly (Mrkdwn | string | number)[]): Mrkdwn {
  const parts = ours.map((text, i) => {
    const value = values[i];
    if (value === undefined) return text;
    return text + (value instanceof Mrkdwn ? value.source : escapeMrkdwn(String(value)));
  });
  return Mrkdwn.ofEscaped(parts.join(''));
}

/** A text that may be foreign in all its parts. */
export const escaped = (text: string): Mrkdwn => Mrkdwn.ofEscaped(escapeMrkdwn(text));

/** Text set in code; a backtick in it would end that. */
export const code = (text: string): Mrkdwn => mrkdwn`\`${text.replaceAll('`', "'")}\``;

/** `@anna`, by her id. An id that is none stays text. */
export const userReference = (id: string): Mrkdwn =>
  /^[UW][A-Z0-9]+$/.test(id) ? Mrkdwn.ofEscaped(`<@${id}>`) : escaped(id);

/** `#sales`, by the channel's id; for a conversation with a person, words. */
export const channelReference = (id: string): Mrkdwn =>
  /^[CG][A-Z0-9]+$/.test(id) ? Mrkdwn.ofEscaped(`<#${id}>`) : mrkdwn`a direct message`;

/** Texts with the same between each two of them. */
export const joined = (texts: readonly Mrkdwn[], between: string): Mrkdwn =>
  Mrkdwn.ofEscaped(texts.map(text => text.source).join(between));

/**
 * The text object of a block. Slack makes no links and mentions of its own in it (`verbatim`), so that a customer
 * called `https://example.com` or `@channel` is shown as it is.
 */
export const mrkdwnElement = (text: Mrkdwn): MrkdwnElement => ({
  type: 'mrkdwn',
  text: cut(text.source, LIMITS.section),
  verbatim: true,
});

export const section = (text: Mrkdwn): KnownBlock => ({
  type: 'section',
  text: mrkdwnElement(text),
  expand: true,
});

export const context = (text: Mrkdwn): KnownBlock => ({ type: 'context', elements: [mrkdwnElement(text)] });

/** A message: blocks, and the text that notifications and old clients show. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** A message of one text. */
export const textMessage = (text: Mrkdwn, ...more: readonly KnownBlock[]): Message => ({
  text: cut(text.source, LIMITS.text),
  blocks: [section(text), ...more],
});
