import { z } from 'zod';

/**
 * Slack's block limits. Slack rejects a whole message that exceeds one of them; the Web API emulation does
 * not. The limits are repeated here from Slack's documentation on purpose: a stand-in that used the app's own
 * constants would repeat the app's mistakes.
 */

export const plainText = (most: number) =>
  z.object({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  });
export const anyText = (most: number) =>
  z.object({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string().min(1).max(most) }).loose();

const button = z
  .object({
    type: z.literal('button'),
    action_id: z.string().max(255),
    text: plainText(75),
    value: z.string().max(2_000).optional(),
    style: z.enum(['primary', 'danger']).optional(),
    confirm: z
      .object({ title: plainText(100), text: plainText(300), confirm: plainText(30), deny: plainText(30) })
      .strict()
      .optional(),
  })
  .strict();
const tableCell = z.object({ type: z.literal('raw_text'), text: z.string().min(1) }).strict();

const numberCell = z
  .object({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) })
  .strict();
const id = { block_id: z.string().max(255).optional() };

export const header = z.object({ type: z.literal('header'), ...id, text: plainText(150) }).strict();
export const divider = z.object({ type: z.literal('divider'), ...id }).strict();
export const section = z
  .object({ type: z.literal('section'), ...id, text: anyText(3_000), expand: z.boolean().optional() })
  .strict();
export const context = z
  .object({ type: z.literal('context'), ...id, elements: z.array(anyText(3_000)).min(1).max(10) })
  .strict();
export const image = z
  .object({
    type: z.literal('image'),
    slack_file: z.object({ id: z.string() }).strict(),
    alt_text: z.string().min(1).max(2_000),
    title: plainText(2_000).optional(),
  })
  .strict();
export const actions = z
  .object({ type: z.literal('actions'), ...id, elements: z.array(button).min(1).max(25) })
  .strict();
const table = z
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
  .strict();
const dataTable = z
  .object({
    type: z.literal('data_table'),
    ...id,
    caption: z.string().min(1),
    rows: z
      .array(
        z
          .array(z.union([tableCell, numberCell]))
          .min(1)
          .max(20),
      )
      .min(2)
      .max(101)
      .refine(rows => rows.every(row => row.length === rows[0]?.length), 'rows of different lengths'),
    page_size: z.number().int().min(1).max(100).optional(),
    row_header_column_index: z.number().int().min(0).optional(),
  })
  .strict();
const container = z
  .object({
    type: z.literal('container'),
    ...id,
    title: plainText(150),
    subtitle: anyText(150).optional(),
    child_blocks: z
      .array(z.discriminatedUnion('type', [header, divider, section, context, image, actions, table]))
      .min(1)
      .max(10),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
  })
  .strict();
const feedbackButton = z
  .object({
    text: plainText(75),
    value: z.string().max(2_000),
    accessibility_label: z.string().max(75).optional(),
  })
  .strict();
const contextActions = z
  .object({
    type: z.literal('context_actions'),
    ...id,
    elements: z
      .array(
        z
          .object({
            type: z.literal('feedback_buttons'),
            action_id: z.string().max(255).optional(),
            positive_button: feedbackButton,
            negative_button: feedbackButton,
          })
          .strict(),
      )
      .min(1)
      .max(5),
  })
  .strict();

const cardText = (most: number) =>
  z.object({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(most),
    verbatim: z.boolean().optional(),
  });
const card = z
  .object({
    type: z.literal('card'),
    ...id,
    title: cardText(150).optional(),
    subtitle: cardText(150).optional(),
    body: cardText(200).optional(),
    actions: z.array(button).min(1).optional(),
  })
  .strict();
const carousel = z
  .object({ type: z.literal('carousel'), ...id, elements: z.array(card).min(1).max(10) })
  .strict();

const block = z.discriminatedUnion('type', [
  header,
  divider,
  section,
  context,
  image,
  actions,
  table,
  dataTable,
  container,
  contextActions,
  carousel,
]);
type CheckedBlock = z.infer<typeof block>;

/** Blocks with those inside containers. */
const flat = (blocks: readonly CheckedBlock[]): CheckedBlock[] =>
  blocks.flatMap((b): CheckedBlock[] => (b.type === 'container' ? [b, ...b.child_blocks] : [b]));

const message = z
  .array(block)
  .max(50)
  .superRefine((top, context) => {
    const blocks = flat(top);
    const tables = blocks.flatMap(b =>
      b.type === 'table' || b.type === 'data_table' ? [b.rows.flat()] : [],
    );
    if (tables.length > 1) context.addIssue({ code: 'custom', message: 'more than one table' });
    const characters = tables.flat().reduce((sum, cell) => sum + cell.text.length, 0);
    if (characters > 10_000)
      context.addIssue({ code: 'custom', message: `a table of ${characters} characters` });
    const ids = blocks.flatMap(b => {
      if (b.type === 'carousel')
        return b.elements.flatMap(({ actions = [] }) => actions.map(e => e.action_id));
      return b.type === 'actions' || b.type === 'context_actions' ? b.elements.map(e => e.action_id) : [];
    });
    if (new Set(ids).size !== ids.length)
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
