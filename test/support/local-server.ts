import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Answers a request, whose body has arrived whole. */
type Respond = (asked: IncomingMessage, reply: ServerResponse, body: string) => void;

/** What stand-ins for services listen with: a server on a free port of this machine. */
export class LocalServer {
  readonly #server: Server;

  constructor(respond: Respond) {
    this.#server = createServer((asked, reply) => {
      let body = '';
      asked.setEncoding('utf8').on('data', part => {
        body += part;
      });
      asked.on('end', () => respond(asked, reply, body));
    });
  }

  /** @returns its address */
  async start(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    const at = this.#server.address();
    return `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`;
  }

  /** Ends it with all that is connected. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
