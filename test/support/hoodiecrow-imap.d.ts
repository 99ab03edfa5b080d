declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface Message {
    readonly raw: string;
    readonly flags?: string[];
    readonly internaldate?: string;
  }
  interface ImapServer {
    readonly server: Server;
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
    getMailbox(path: string): { readonly messages: readonly (Message & { readonly uid: number })[] };
    appendMessage(path: string, flags: readonly string[], internaldate: string, raw: string): void;
    setCommandHandler(
      name: string,
      handler: (connection: unknown, parsed: unknown, data: unknown, done: () => void) => void,
    ): void;
    getCommandHandler(
      name: string,
    ): (connection: unknown, parsed: unknown, data: unknown, done: () => void) => void;
  }
  export default function hoodiecrow(options: {
    readonly plugins?: readonly string[];
    readonly secureConnection?: boolean;
    readonly credentials?: { readonly key: Buffer; readonly cert: Buffer };
    readonly users?: Readonly<Record<string, { readonly password: string }>>;
    readonly storage?: unknown;
  }): ImapServer;
}
