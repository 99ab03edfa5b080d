import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type ApiAnswer, failed, succeeded } from './api-answer.js';
import { checkView, type Dialog, type InputElement } from './check-view.js';
import { HttpError, parseJson } from './http.js';
import { type Payload, viewSubmission } from './payloads.js';

/** A dialog that somebody sees. */
export interface OpenDialog {
  readonly id: string;
  readonly user: string;
  readonly view: Dialog;
  /** What is wrong, by the ids of the fields. */
  readonly errors: Readonly<Record<string, string>>;
}

/** What somebody fills in, by the ids of the fields; several values of a list. */
export type Filled = Readonly<Record<string, string | readonly string[] | null>>;

/** Slack takes the trigger of a command or a press once, within this time. */
const TRIGGER_MS = 3_000;
const MOST_ERRORS_MS = 10_000;

const acknowledgement = z.object({
  response_action: z.enum(['errors', 'update', 'clear']).optional(),
  errors: z.record(z.string(), z.string().min(1)).optional(),
  view: z.unknown().optional(),
});

/** Dialogs: `views.open`, `views.update`, and what people do in them. Each person sees one at a time. */
export class Dialogs {
  readonly #triggers = new Map<string, { readonly user: string; readonly at: number }>();
  readonly #open = new Map<string, OpenDialog>();
  readonly #listeners = new Set<(user: string, dialog: OpenDialog | undefined) => void>();

  /** @param deliver sends a payload to the app */
  constructor(private readonly deliver: (payload: Payload) => Promise<ApiAnswer>) {}

  /** Makes a trigger, which an app may open a dialog with. */
  newTrigger(user: string): string {
    const trigger = randomUUID();
    this.#triggers.set(trigger, { user, at: Date.now() });
    return trigger;
  }

  /** What a person sees. */
  of(user: string): OpenDialog | undefined {
    return [...this.#open.values()].find(dialog => dialog.user === user);
  }

  /** Calls the listener whenever a person's dialog opens, changes or closes. @returns a function that ends it */
  onChange(listener: (user: string, dialog: OpenDialog | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits until a person sees a matching dialog. */
  async next(user: string, matches: (dialog: OpenDialog) => boolean = () => true): Promise<OpenDialog> {
    const now = this.of(user);
    if (now && matches(now)) return now;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no dialog was shown')), MOST_ERRORS_MS * 6);
      const stop = this.onChange((who, dialog) => {
        if (who !== user || !dialog || !matches(dialog)) return;
        clearTimeout(timer);
        stop();
        resolve(dialog);
      });
    });
  }

  /** `views.open`. */
  open({ trigger_id: trigger = '', view = '' }: Readonly<Record<string, string>>): ApiAnswer {
    const from = this.#triggers.get(trigger);
    if (!from) return failed('invalid_trigger_id');
    if (Date.now() - from.at > TRIGGER_MS) return failed('expired_trigger_id');
    this.#triggers.delete(trigger);
    const { dialog, errors } = checkView(parseJson(view, z.unknown()));
    if (!dialog) return invalid(errors);
    return this.#show({ id: `V${randomUUID()}`, user: from.user, view: dialog, errors: {} });
  }

  /** `views.update`. */
  update({ view_id: id = '', view = '' }: Readonly<Record<string, string>>): ApiAnswer {
    const shown = this.#open.get(id);
    if (!shown) return failed('not_found');
    const { dialog, errors } = checkView(parseJson(view, z.unknown()));
    return dialog ? this.#show({ ...shown, view: dialog, errors: {} }) : invalid(errors);
  }

  close(user: string): void {
    const dialog = this.of(user);
    if (!dialog) return;
    this.#open.delete(dialog.id);
    this.#tell(user);
  }

  /**
   * Fills in a form and submits it.
   * @param filled fields that differ from what the form suggests; null is empty
   * @returns what the person sees then
   */
  async submit(user: string, filled: Filled = {}): Promise<OpenDialog | undefined> {
    const dialog = this.of(user);
    if (!dialog?.view.submit) throw new HttpError(404, 'There is no form.');
    const { blocks, callback_id, private_metadata } = dialog.view;
    const inputs = blocks.filter(block => block.type === 'input');
    const unknown = Object.keys(filled).find(id => !inputs.some(input => input.block_id === id));
    if (unknown !== undefined) throw new HttpError(400, `There is no field ${unknown}.`);
    const values = inputs.map(({ block_id: id, element }) => [
      id,
      { [element.action_id]: stateOf(element, filled[id]) },
    ]);
    const view = { ...dialog.view, id: dialog.id, callback_id, private_metadata, hash: randomUUID() };
    const { status, body } = await this.deliver(
      viewSubmission(user, view, { values: Object.fromEntries(values) }),
    );
    if (status !== 200) throw new HttpError(502, `The app answered ${status}.`);
    this.#acknowledged(dialog, body === '' ? {} : parseJson(body, acknowledgement));
    return this.of(user);
  }

  #acknowledged(dialog: OpenDialog, answer: Partial<z.infer<typeof acknowledgement>>): void {
    if (answer.response_action === 'errors') {
      const { errors = {} } = answer;
      const ids = dialog.view.blocks.flatMap(block => (block.type === 'input' ? [block.block_id] : []));
      const unknown = Object.keys(errors).find(id => !ids.includes(id));
      if (unknown !== undefined) throw new Error(`a fault of a field that there is not: ${unknown}`);
      this.#show({ ...dialog, errors });
    } else if (answer.response_action === 'update') {
      const { dialog: view, errors } = checkView(answer.view);
      if (!view) throw new Error(`Slack would reject this dialog: ${errors.join('; ')}`);
      this.#show({ ...dialog, view, errors: {} });
    } else {
      this.#open.delete(dialog.id);
      this.#tell(dialog.user);
    }
  }

  #show(dialog: OpenDialog): ApiAnswer {
    for (const other of this.#open.values()) if (other.user === dialog.user) this.#open.delete(other.id);
    this.#open.set(dialog.id, dialog);
    this.#tell(dialog.user);
    return succeeded({ view: { id: dialog.id, hash: randomUUID(), type: 'modal' } });
  }

  #tell(user: string): void {
    for (const listener of [...this.#listeners]) listener(user, this.of(user));
  }
}

const invalid = (errors: readonly string[]): ApiAnswer =>
  failed('invalid_arguments', { response_metadata: { messages: errors } });

/** The state of an element as Slack sends it. @param filled undefined leaves what the form suggests */
function stateOf(element: InputElement, filled: Filled[string] | undefined): Record<string, unknown> {
  const { type } = element;
  const text = Array.isArray(filled) ? filled[0] : filled;
  switch (element.type) {
    case 'plain_text_input':
      return { type, value: filled === undefined ? (element.initial_value ?? null) : text };
    case 'datepicker':
      return { type, selected_date: filled === undefined ? (element.initial_date ?? null) : text };
    case 'timepicker':
      return { type, selected_time: filled === undefined ? (element.initial_time ?? null) : text };
    case 'conversations_select':
      return {
        type,
        selected_conversation: filled === undefined ? (element.initial_conversation ?? null) : text,
      };
    case 'static_select': {
      const chosen = element.options.find(({ value }) => value === text) ?? null;
      return { type, selected_option: filled === undefined ? (element.initial_option ?? null) : chosen };
    }
    default: {
      const chosen = element.options.filter(({ value }) => [filled ?? []].flat().includes(value));
      return { type, selected_options: filled === undefined ? (element.initial_options ?? []) : chosen };
    }
  }
}
