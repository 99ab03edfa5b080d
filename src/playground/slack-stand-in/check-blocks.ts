import { z } from 'zod';

/**
 * Slack's block limits. Slack rejects a whole message that exceeds one of them; the Web API emulation does
 * not. The limits are repeated here from Slack's documentation on purpose: a stand-in that used the app's own
 * constants would repeat the app's mistakes.
 */

const plainText = (most: number) =>
  z.object({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  });
const anyText = (most: number) =>
  z.object({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string().min(1).max(most) }).loose();

const button = z
  .object({
    type: z.literal('button'),
    action_id: z.string().max(255),
    text: plainText(75),
    value: z.string().max(2_000).optional(),
    style: z.string().optional(),
    confirm: z
      .object({ title: plainText(100), text: plainText(300), confirm: plainText(30), deny: plainText(30) })
      .strict()
      .optional(),
  })
  .strict();
const tableCell = z.object({ type: z.literal('raw_text'), text: z.string().min(1) }).strict();

const block = z.discriminatedUnion('type', [
  z
    .object({ type: z.literal('header'), block_id: z.string().max(255).optional(), text: plainText(150) })
    .strict(),
  z.object({ type: z.literal('divider'), block_id: z.string().max(255).optional() }).strict(),
  z
    .object({
      type: z.literal('section'),
      block_id: z.string().max(255).optional(),
      text: anyText(3_000),
      expand: z.boolean().optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('context'),
      block_id: z.string().max(255).optional(),
      elements: z.array(anyText(3_000)).min(1).max(10),
    })
    .strict(),
  z
    .object({
      type: z.literal('image'),
      slack_file: z.object({ id: z.string() }).strict(),
      alt_text: z.string().min(1).max(2_000),
      title: plainText(2_000).optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('actions'),
      block_id: z.string().max(255).optional(),
      elements: z.array(button).min(1).max(25),
    })
    .strict(),
  z
    .object({
      type: z.literal('table'),
      column_settings: z
        .array(
          z.object({
            align: z.enum(['left', 'center', 'right']).optional(),
            is_wrapped: z.boolean().optional(),
          }),
        )
        .max(20),
      rows: z.array(z.array(tableCell).min(1).max(20)).min(1).max(100),
    })
    .strict(),
]);

const message = z
  .array(block)
  .max(50)
  .superRefine((blocks, context) => {
    const tables = blocks.filter(b => b.type === 'table');
    if (tables.length > 1) context.addIssue({ code: 'custom', message: 'more than one table' });
    const characters = tables.flatMap(t => t.rows.flat()).reduce((sum, cell) => sum + cell.text.length, 0);
    if (characters > 10_000)
      context.addIssue({ code: 'custom', message: `a table of ${characters} characters` });
    const actions = blocks.flatMap(b => (b.type === 'actions' ? b.elements.map(e => e.action_id) : []));
    if (new Set(actions).size !== actions.length)
      context.addIssue({ code: 'custom', message: 'duplicate action_id' });
  });

/** The reasons why Slack would reject these blocks; empty if it would accept them. */
export function checkBlocks(blocks: unknown): string[] {
  const parsed = message.safeParse(blocks);
  return parsed.success ? [] : parsed.error.issues.map(issue => `${issue.path.join('/')}: ${issue.message}`);
}

/** The ids of the files shown by image blocks. */
export function filesIn(blocks: unknown): string[] {
  const parsed = message.safeParse(blocks);
  return parsed.success ? parsed.data.flatMap(b => (b.type === 'image' ? [b.slack_file.id] : [])) : [];
}
