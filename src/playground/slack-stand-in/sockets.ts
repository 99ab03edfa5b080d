import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { ApiAnswer } from './api-answer.js';
import { parseJson } from './http.js';
import type { Payload } from './payloads.js';
import { newSecret } from './secrets.js';

const acknowledgement = z.object({ envelope_id: z.string().optional(), payload: z.unknown().optional() });

/** Slack's side of Socket Mode. */
export class Sockets {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #connected = new Set<WebSocket>();
  readonly #tickets = new Set<string>();

  /** A path at which one app may connect once. It contains a random ticket. */
  newPath(): string {
    const ticket = newSecret();
    this.#tickets.add(ticket);
    return `/link/${ticket}`;
  }

  /**
   * Accepts a connection with a valid ticket.
   * @returns false without one; the socket is then left untouched
   */
  connect(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const ticket = /^\/link\/([\w-]+)(?:\?|$)/.exec(request.url ?? '')?.[1];
    if (ticket === undefined || !this.#tickets.delete(ticket)) return false;
    this.#server.handleUpgrade(request, socket, head, connected => this.#greet(connected));
    return true;
  }

  /** Sends a payload to the connected app. @returns what it is acknowledged with, as over HTTP */
  send({ type, payload }: Payload): Promise<ApiAnswer> {
    const [socket] = this.#connected;
    if (!socket) throw new Error('no app is connected');
    const envelopeId = randomUUID();
    return new Promise(resolve => {
      socket.on('message', function acknowledged(data) {
        const answer = parseJson(String(data), acknowledgement);
        if (answer.envelope_id !== envelopeId) return;
        socket.off('message', acknowledged);
        resolve({ status: 200, body: answer.payload === undefined ? '' : JSON.stringify(answer.payload) });
      });
      socket.send(
        JSON.stringify({
          envelope_id: envelopeId,
          type,
          payload,
          accepts_response_payload: type !== 'events_api',
        }),
      );
    });
  }

  /** Breaks all connections. */
  disconnect(): void {
    for (const socket of this.#connected) socket.terminate();
  }

  close(): void {
    this.disconnect();
    this.#server.close();
  }

  #greet(socket: WebSocket): void {
    this.#connected.add(socket);
    socket.on('close', () => this.#connected.delete(socket));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: 1,
        connection_info: { app_id: 'A000000001' },
        debug_info: { host: 'stand-in' },
      }),
    );
  }
}
