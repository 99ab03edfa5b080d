import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { ToolAsker } from '../../app/tool-asker.js';
import type { Answer } from '../../core/answer/answer.js';
import { describeError, ShopkeeperError } from '../../core/errors.js';
import { querySchema } from '../../core/query/query.js';
import { describeInput, describeOutput } from '../../query/described.js';
import { QUERY_GUIDE } from '../../query/guide.js';
import { withoutUnaskedEmails } from './emails.js';
import { toolAnswer, toolAnswerSchema } from './tool-answer.js';

/** What the tools are made of. */
export interface McpParts {
  readonly asker: ToolAsker;
  readonly log: Logger;
  readonly version: string;
}

/** Values and objects in the arguments of one call; more are refused before they are read. */
const MOST_ELEMENTS = 2_000;

const INSTRUCTIONS = `Sales, orders, customers and segments of one shop, with exact figures.
Call describe first: it lists the measures, fields, values, periods and segments of this shop.
ask takes a question in English words; query takes the same as data and can say more. Both compute from all
lines of the shop; take figures from their answers as they are, with the notes that limit them.
Nothing can be changed.`;

const READS_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const askInput = z.strictObject({
  text: z.string().min(1).describe('the question'),
  before: z
    .string()
    .optional()
    .describe('`question` of the answer before, if the text changes that: "and in Germany?"'),
});

/** A server of the Model Context Protocol with the tools ask, query and describe; it has no transport yet. */
export function mcpServer({ asker, log, version }: McpParts): McpServer {
  const server = new McpServer(
    { name: 'shopkeeper', title: 'Shopkeeper', version },
    { instructions: INSTRUCTIONS, maxToolInputElements: MOST_ELEMENTS },
  );
  const answered = (work: () => Promise<Answer>) =>
    resultOf(async () => {
      const answer = await work();
      const blocks = asker.blocksOf?.(answer);
      return {
        content: withoutUnaskedEmails(toolAnswer(answer)),
        ...(blocks && { _meta: { slack: { blocks } } }),
      };
    }, log);
  const shown = asker.blocksOf ? { _meta: { slack: { supportsBlockKit: true } } } : {};
  server.registerTool(
    'ask',
    {
      title: 'Ask a question',
      description:
        'Answers a question about sales, orders, customers or segments in English words, such as ' +
        '"top 5 countries last quarter", or in the canonical text (`question`) of another answer. What is ' +
        'not understood is refused, with questions that can be asked instead.',
      inputSchema: askInput,
      outputSchema: toolAnswerSchema,
      annotations: READS_ONLY,
      ...shown,
    },
    ({ text, before }) => answered(() => asker.ask(text, before)),
  );
  server.registerTool(
    'query',
    {
      title: 'Run a query',
      description: `Answers a query as data; describe has the names, filters and examples.\n${QUERY_GUIDE}`,
      inputSchema: querySchema,
      outputSchema: toolAnswerSchema,
      annotations: READS_ONLY,
      ...shown,
    },
    query => answered(() => asker.answerQuery(query)),
  );
  server.registerTool(
    'describe',
    {
      title: 'Describe the shop',
      description:
        'Lists what can be asked: measures with formula and unit, fields, values of dimensions (the ' +
        'largest by revenue first), the days that the data covers, segments, filters, ways to write ' +
        'periods, examples of queries. With field, the values of that field alone.',
      inputSchema: describeInput,
      outputSchema: describeOutput,
      annotations: READS_ONLY,
    },
    input => resultOf(async () => ({ content: { ...(await asker.describe(input)) } }), log),
  );
  return server;
}

interface ToolResult {
  readonly content: Record<string, unknown>;
  readonly _meta?: Record<string, unknown>;
}

/** What a tool returns: data, also as text for clients that read nothing else; a refusal is a result too. */
async function resultOf(work: () => Promise<ToolResult>, log: Logger): Promise<CallToolResult> {
  try {
    const { content: structuredContent, _meta } = await work();
    return {
      content: [{ type: 'text', text: JSON.stringify(structuredContent) }],
      structuredContent,
      ...(_meta && { _meta }),
    };
  } catch (error) {
    if (!(error instanceof ShopkeeperError)) log.error({ err: error }, 'a tool failed');
    return { content: [{ type: 'text', text: describeError(error) }], isError: true };
  }
}
