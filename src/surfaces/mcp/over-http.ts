import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Logger } from 'pino';
import type { ServeTools } from '../../app/tool-asker.js';
import { mcpServer } from './server.js';

/**
 * Serves the tools over HTTP, in the protocol's streamable form. There are no sessions: each request is
 * answered on its own, by whichever process it comes to.
 */
export const toolsOverHttp =
  (log: Logger, version: string): ServeTools =>
  async ({ request, response, body }, asker) => {
    const server = mcpServer({ asker, log, version });
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    response.on('close', () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request, response, body);
  };
