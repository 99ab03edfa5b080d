import type * as Yaml from 'yaml';
import { z } from 'zod';
import { ConfigError } from '../core/errors.js';
import { parseFilterText } from '../core/query/filter-text.js';
import { whenUsed } from '../core/when-used.js';
import { CAPABILITY_NAMES } from './capabilities.js';
import type { Within } from './within.js';

/** Most shops have no access file. */
const yaml = whenUsed<typeof Yaml>('yaml');

const ids = (prefixes: string, example: string) =>
  z
    .array(
      z
        .string()
        .regex(new RegExp(`^[${prefixes}][A-Z0-9]+$`), `must be an id as Slack shows it, such as ${example}`),
      { error: `must be a list of ids, such as [${example}]` },
    )
    .default([]);

/** The text of some filters, or a list of such texts: lines that any one of them keeps are seen. */
const within = z
  .union([z.string(), z.array(z.string()).min(1, 'must name at least one part')], {
    error: 'must be filters as they are typed in a question, such as country:Spain',
  })
  .transform((texts, context): Within => {
    const parts = typeof texts === 'string' ? [texts] : texts;
    return parts.map(text => {
      try {
        const filters = parseFilterText(text);
        if (filters.length === 0) context.addIssue('is empty; remove this setting to allow the whole shop');
        else if (filters.some(filter => !filter.values))
          context.addIssue(`must name values, such as country:Spain, not a range: "${text}"`);
        else return filters;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        context.addIssue(`must be filters such as country:Spain, not "${text}": ${reason}`);
      }
      return [];
    });
  });

const capabilities = z.array(
  z.enum(CAPABILITY_NAMES, { error: `must be one of: ${CAPABILITY_NAMES.join(', ')}` }),
  { error: 'must be a list, such as [sales, customers]' },
);

const CUSTOMER_ANSWERS = ['private', 'shared', 'refused'] as const;

const NO_MAP = { error: 'must be a mapping: names, each with its settings indented below it' };

const schema = z.strictObject(
  {
    /** What every member of the workspace may do. */
    everyone: z.strictObject({ may: capabilities, scope: within.optional() }).optional(),
    roles: z
      .record(
        z.string(),
        z.strictObject(
          {
            people: ids('UW', 'U0123456789'),
            groups: ids('S', 'S0123456789'),
            channels: ids('CG', 'C0123456789'),
            may: capabilities.default([]),
            scope: within.optional(),
          },
          NO_MAP,
        ),
        NO_MAP,
      )
      .default({}),
    channels: z
      .record(
        z.string().regex(/^[CG][A-Z0-9]+$/, 'must be the id of a channel, such as C0123456789'),
        z.strictObject(
          {
            scope: within.optional(),
            /** Answers that name customers: to the asker alone, into the channel, or not at all. */
            customers: z
              .enum(CUSTOMER_ANSWERS, { error: `must be one of: ${CUSTOMER_ANSWERS.join(', ')}` })
              .optional(),
          },
          NO_MAP,
        ),
        NO_MAP,
      )
      .default({}),
  },
  { error: 'must have the parts everyone, roles and channels' },
);

/** Who may see and do what, as the file says. */
export type AccessFile = Readonly<z.infer<typeof schema>>;
export type Role = AccessFile['roles'][string];
export type CustomerAnswers = (typeof CUSTOMER_ANSWERS)[number];

/**
 * Reads the text of an access file.
 * @param name what the file is called in messages
 * @throws ConfigError with a line for each fault: where it is, what is wrong
 */
export function parseAccessFile(text: string, name: string): AccessFile {
  const lines = new (yaml().LineCounter)();
  const document = yaml().parseDocument(text, { lineCounter: lines });
  const at = (offset: number | undefined) =>
    offset === undefined ? name : `${name}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0)
    throw new ConfigError(
      document.errors.map(error => `${at(error.pos[0])}: this is not YAML: ${firstLine(error.message)}`),
    );
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.flatMap(faultsOf).map(({ path, message }) => {
      const where = path.length === 0 ? 'the file' : path.join('.');
      return `${at(offsetOf(document.contents, path))}: ${where} ${message}`;
    }),
  );
}

/** One fault for each unknown key of an issue, and one for any other issue, with its path in the file. */
function faultsOf(issue: z.core.$ZodIssue): { readonly path: readonly string[]; readonly message: string }[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      path: [...path, key],
      message: 'is no setting; docs/access.md lists them',
    }));
  // Zod's own message for a wrong key gives no reason; the issue within it does.
  const message = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
  return [{ path, message: message ?? issue.message }];
}

const firstLine = (message: string): string => message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? '';

/** The offset of a setting in the file, or of the nearest setting around it if it is missing. */
function offsetOf(contents: unknown, path: readonly string[]): number | undefined {
  let node = contents as Yaml.Node | null;
  let offset = node?.range?.[0];
  for (const step of path) {
    const next = childOf(node, step);
    if (!next) return offset;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

function childOf(
  node: Yaml.Node | null,
  step: string,
): { node: Yaml.Node | null; offset?: number } | undefined {
  if (yaml().isMap<Yaml.Node, Yaml.Node | null>(node)) {
    const pair = node.items.find(item => String(item.key) === step);
    return pair && { node: pair.value, ...(pair.key.range && { offset: pair.key.range[0] }) };
  }
  const items = (node as { readonly items?: readonly (Yaml.Node | null)[] } | null)?.items;
  const item = items?.[Number(step)];
  return item === undefined || item === null
    ? undefined
    : { node: item, ...(item.range && { offset: item.range[0] }) };
}
