import { createHash } from 'node:crypto';
import type {
  Checkboxes,
  ConversationsSelect,
  Datepicker,
  InputBlock,
  KnownBlock,
  ModalView,
  MultiStaticSelect,
  PlainTextElement,
  PlainTextInput,
  PlainTextOption,
  StaticSelect,
  Timepicker,
} from '@slack/types';
import { cut, cutApart, LIMITS } from '../blocks/limits.js';

/** The action id of every input: its block's id says which it is. */
const INPUT = 'input';

const plain = (text: string, most: number): PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, most),
  emoji: false,
});

/** What can be chosen from a list: its value, and what people read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

type Element =
  | Checkboxes
  | ConversationsSelect
  | Datepicker
  | MultiStaticSelect
  | PlainTextInput
  | StaticSelect
  | Timepicker;

/** An input of a form. */
export interface Field {
  /** Its block's id, by which its value and its faults are named. */
  readonly id: string;
  readonly label: string;
  readonly element: Element;
  readonly hint?: string;
  readonly isRequired?: boolean;
}

export const fieldBlock = ({ id, label, element, hint, isRequired = false }: Field): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label, LIMITS.inputLabel),
  element,
  optional: !isRequired,
  ...(hint !== undefined && { hint: plain(hint, LIMITS.inputLabel) }),
});

/**
 * The value of an option: a long one by a mark, as Slack takes no longer values. `chosenValues` reads it.
 */
const optionValue = (value: string): string =>
  value.length <= LIMITS.optionText
    ? value
    : `${MARK}${createHash('sha256').update(value).digest('hex').slice(0, 32)}`;
const MARK = 'long:';

/** Whether an option stands for a value that is too long for it. */
export const isMark = (chosen: string): boolean => /^long:[\da-f]{32}$/.test(chosen);

/**
 * The values that options stand for, of those that there are.
 * @returns undefined for one that is not there
 */
export const chosenValues = (chosen: readonly string[], values: readonly string[]): (string | undefined)[] =>
  chosen.map(option => (isMark(option) ? values.find(value => optionValue(value) === option) : option));

function optionsOf(choices: readonly Choice[]): PlainTextOption[] {
  const some = choices.slice(0, LIMITS.options);
  const labels = cutApart(
    some.map(({ label }) => label),
    LIMITS.optionText,
  );
  return some.map(({ value }, i) => ({
    text: plain(labels[i] ?? '', LIMITS.optionText),
    value: optionValue(value),
  }));
}

export const textInput = (placeholder: string, initial?: string): PlainTextInput => ({
  type: 'plain_text_input',
  action_id: INPUT,
  max_length: 500,
  placeholder: plain(placeholder, LIMITS.placeholder),
  ...(initial !== undefined && { initial_value: initial }),
});

export function choiceInput(choices: readonly Choice[], initial?: string): StaticSelect {
  const options = optionsOf(choices);
  const chosen = options.find(({ value }) => initial !== undefined && value === optionValue(initial));
  return {
    type: 'static_select',
    action_id: INPUT,
    options,
    ...(chosen && { initial_option: chosen }),
  };
}

/** Several of a list. */
export function choicesInput(choices: readonly Choice[], chosen: readonly string[] = []): MultiStaticSelect {
  const options = optionsOf(choices);
  const marked = new Set(chosen.map(optionValue));
  const initial = options.filter(({ value }) => value !== undefined && marked.has(value));
  return {
    type: 'multi_static_select',
    action_id: INPUT,
    options,
    ...(initial.length > 0 && { initial_options: initial }),
  };
}

/** A box to be ticked. */
export const tickInput = (choice: Choice): Checkboxes => ({
  type: 'checkboxes',
  action_id: INPUT,
  options: optionsOf([choice]),
});

export const dateInput = (initial?: string): Datepicker => ({
  type: 'datepicker',
  action_id: INPUT,
  ...(initial !== undefined && { initial_date: initial }),
});

export const timeInput = (initial: string): Timepicker => ({
  type: 'timepicker',
  action_id: INPUT,
  initial_time: initial,
});

/** A channel, public or private. */
export const channelInput = (initial?: string): ConversationsSelect => ({
  type: 'conversations_select',
  action_id: INPUT,
  filter: { include: ['public', 'private'] },
  ...(initial !== undefined && { initial_conversation: initial }),
});

/** A form that is submitted. */
export interface Form {
  /** Names the kind of form to the listener of its submission. */
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly blocks: readonly KnownBlock[];
  /** What the submission must know besides what is filled in. */
  readonly state: object;
}

/** @throws Error if the state is too long for Slack */
export function formView({ id, title, submit, blocks, state }: Form): ModalView {
  const metadata = JSON.stringify(state);
  if (metadata.length > LIMITS.privateMetadata) throw new Error('the state of a form is too long');
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: metadata,
    title: plain(title, LIMITS.viewTitle),
    submit: plain(submit, LIMITS.viewTitle),
    close: plain('Cancel', LIMITS.viewTitle),
    blocks: blocks.slice(0, LIMITS.viewBlocks),
  };
}

/** A dialog with something to read. */
export const noticeView = (title: string, blocks: readonly KnownBlock[]): ModalView => ({
  type: 'modal',
  title: plain(title, LIMITS.viewTitle),
  close: plain('Close', LIMITS.viewTitle),
  blocks: blocks.slice(0, LIMITS.viewBlocks),
});
