import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../core/answer/answer.js';
import type { Query } from '../core/query/query.js';
import type { Described, DescribeInput } from '../query/described.js';

/** What the tools of the Model Context Protocol ask, on behalf of whoever calls them. */
export interface ToolAsker {
  /** @param before the canonical text of the answer before, if the text changes that */
  ask(text: string, before: string | undefined): Promise<Answer>;
  answerQuery(query: Query): Promise<Answer>;
  describe(input: DescribeInput): Promise<Described>;
  /** An answer as blocks of Slack, where it is Slack that calls. */
  readonly blocksOf?: (answer: Answer) => readonly object[];
}

/** A request that came over HTTP, whose body is read. */
export interface ToolRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Its body, parsed as JSON. */
  readonly body: unknown;
}

/** Answers a request of the Model Context Protocol that came over HTTP. */
export type ServeTools = (request: ToolRequest, asker: ToolAsker) => Promise<void>;
