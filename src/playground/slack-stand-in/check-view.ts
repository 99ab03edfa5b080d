import { z } from 'zod';
import { actions, context, divider, header, image, plainText, section } from './check-blocks.js';

/**
 * Slack's limits of dialogs, repeated from its documentation like those of blocks: a stand-in that used the
 * app's own constants would repeat the app's mistakes.
 */

const actionId = { action_id: z.string().min(1).max(255) };
const option = z
  .object({ text: plainText(75), value: z.string().min(1).max(75), description: plainText(75).optional() })
  .strict();
const options = z.array(option).min(1).max(100);
const placeholder = { placeholder: plainText(150).optional() };

const element = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('plain_text_input'),
      ...actionId,
      ...placeholder,
      initial_value: z.string().optional(),
      multiline: z.boolean().optional(),
      max_length: z.number().int().min(1).max(3_000).optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('static_select'),
      ...actionId,
      ...placeholder,
      options,
      initial_option: option.optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('multi_static_select'),
      ...actionId,
      ...placeholder,
      options,
      initial_options: z.array(option).min(1).optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('checkboxes'),
      ...actionId,
      options: z.array(option).min(1).max(10),
      initial_options: z.array(option).min(1).optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('datepicker'),
      ...actionId,
      initial_date: z.iso.date().optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('timepicker'),
      ...actionId,
      initial_time: z
        .string()
        .regex(/^\d\d:\d\d$/)
        .optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('conversations_select'),
      ...actionId,
      initial_conversation: z.string().optional(),
      filter: z.object({ include: z.array(z.enum(['im', 'mpim', 'private', 'public'])).min(1) }).strict(),
    })
    .strict(),
]);
export type InputElement = z.infer<typeof element>;

const input = z
  .object({
    type: z.literal('input'),
    block_id: z.string().min(1).max(255),
    label: plainText(2_000),
    hint: plainText(2_000).optional(),
    optional: z.boolean().optional(),
    element,
  })
  .strict();

const modal = z
  .object({
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    callback_id: z.string().max(255).optional(),
    private_metadata: z.string().max(3_000).optional(),
    blocks: z
      .array(z.discriminatedUnion('type', [input, header, divider, section, context, image, actions]))
      .min(1)
      .max(100),
  })
  .strict()
  .superRefine(({ blocks, submit }, issues) => {
    const inputs = blocks.filter(block => block.type === 'input');
    if (inputs.length > 0 && !submit)
      issues.addIssue({ code: 'custom', message: 'a form that cannot be submitted' });
    if (new Set(inputs.map(block => block.block_id)).size !== inputs.length)
      issues.addIssue({ code: 'custom', message: 'duplicate block_id' });
    for (const { block_id: id, element: own } of inputs) {
      const chosen =
        own.type === 'static_select' && own.initial_option
          ? [own.initial_option]
          : own.type === 'multi_static_select'
            ? (own.initial_options ?? [])
            : [];
      const known = 'options' in own ? own.options.map(({ value }) => value) : [];
      if (new Set(known).size !== known.length || chosen.some(({ value }) => !known.includes(value)))
        issues.addIssue({ code: 'custom', message: `${id}: options twice, or one chosen that there is not` });
    }
  });
export type Dialog = z.infer<typeof modal>;

/** A dialog as the app sends it, or the reasons why Slack would reject it. */
export function checkView(view: unknown): { readonly dialog?: Dialog; readonly errors: string[] } {
  const parsed = modal.safeParse(view);
  if (parsed.success) return { dialog: parsed.data, errors: [] };
  return { errors: parsed.error.issues.map(issue => `${issue.path.join('/')}: ${issue.message}`) };
}
