import type { ContextBlock, KnownBlock, MrkdwnElement, SectionBlock, TextObject } from '@slack/types';
import { couldBeFormatted, escapeMrkdwn, escapeReferences } from './escape.js';
import { cut, LIMITS } from './limits.js';

/**
 * Text in Slack's mrkdwn format, in which all text from files and people is escaped. It can only be created
 * by the functions below, so that no such text reaches Slack unescaped.
 */
export class Mrkdwn {
  readonly #source: string;

  private constructor(source: string) {
    this.#source = source;
  }

  /** The text in the form that is sent to Slack. */
  get source(): string {
    return this.#source;
  }

  /** Wraps text that is already escaped, by this file's functions or by a `SubscriptionDesk`. */
  static ofEscaped(source: string): Mrkdwn {
    return new Mrkdwn(source);
  }
}

/** A template tag that escapes its values: mrkdwn`*${customer}* bought nothing`. */
export function mrkdwn(
  literals: TemplateStringsArray,
  ...values: readonly (Mrkdwn | string | number)[]
): Mrkdwn {
  const parts = literals.map((text, i) => {
    const value = values[i];
    if (value === undefined) return text;
    return text + (value instanceof Mrkdwn ? value.source : escapeMrkdwn(String(value)));
  });
  return Mrkdwn.ofEscaped(parts.join(''));
}

/** Escapes a whole text. */
export const escaped = (text: string): Mrkdwn => Mrkdwn.ofEscaped(escapeMrkdwn(text));

/** Text in code format. Backticks are replaced, since they would end the format. */
export const code = (text: string): Mrkdwn =>
  Mrkdwn.ofEscaped(`\`${escapeReferences(text.replaceAll('`', "'"))}\``);

/** A mention of a person by id: `@anna`. Anything else stays plain text. */
export const userReference = (id: string): Mrkdwn =>
  /^[UW][A-Z0-9]+$/.test(id) ? Mrkdwn.ofEscaped(`<@${id}>`) : escaped(id);

/** A link to a channel by id: `#sales`. A conversation with a person is described in words. */
export const channelReference = (id: string): Mrkdwn =>
  /^[CG][A-Z0-9]+$/.test(id) ? Mrkdwn.ofEscaped(`<#${id}>`) : mrkdwn`a direct message`;

/** Joins texts with a separator. */
export const joined = (texts: readonly Mrkdwn[], separator: string): Mrkdwn =>
  Mrkdwn.ofEscaped(texts.map(text => text.source).join(separator));

/**
 * A text object for a block. `verbatim` turns off automatic links and mentions, so that customers named
 * `https://example.com` or `@channel` are shown as plain text.
 */
export const mrkdwnElement = (text: Mrkdwn): MrkdwnElement => ({
  type: 'mrkdwn',
  text: cut(text.source, LIMITS.section),
  verbatim: true,
});

/**
 * A text object for words that may have names in them. Slack has no escape for `*`, `_` and `~`, so a text
 * that has them is sent as plain text; in any other, spans of code are shown as code.
 */
export const literalElement = (text: string): TextObject =>
  couldBeFormatted(text)
    ? { type: 'plain_text', text: cut(text, LIMITS.section), emoji: false }
    : mrkdwnElement(escaped(text));

export const section = (text: Mrkdwn): SectionBlock => sectionOf(mrkdwnElement(text));

/** A section of words that may have names in them, each shown as it is. */
export const literalSection = (text: string): SectionBlock => sectionOf(literalElement(text));

const sectionOf = (text: TextObject): SectionBlock => ({ type: 'section', text, expand: true });

export const context = (text: Mrkdwn): ContextBlock => ({ type: 'context', elements: [mrkdwnElement(text)] });

/** Small print of words that may have names in them. */
export const literalContext = (text: string): ContextBlock => ({
  type: 'context',
  elements: [literalElement(text)],
});

/** A message: its blocks, and the text for notifications and old clients. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** A message with one text section and possibly more blocks. */
export const textMessage = (text: Mrkdwn, ...more: readonly KnownBlock[]): Message => ({
  text: cut(text.source, LIMITS.text),
  blocks: [section(text), ...more],
});
