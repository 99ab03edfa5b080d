import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { FileHeldBack, HeldBack, type IsSure, type Renew } from '../../digest/delivery/lease.js';
import { NothingSent } from '../../digest/delivery/lease-holder.js';
import type { SlackContext } from './context.js';
import { channelDestination, type Destination, patiently } from './destinations.js';
import { showFile, uploadFile } from './upload.js';

/** The lease may run out between its renewal and the request a few times: the process was held up. Then somebody else may try. */
const MOST_TRIES = 5;

/** Sends something for which a lease is needed. @throws HeldBack if surely nothing was sent */
export type HeldSend = <T>(call: (client: WebClient) => Promise<T>) => Promise<T>;

/**
 * Renews the lease, and sends with a client whose requests leave only while the lease is sure. What was held up in between
 * surely was not sent: the lease is renewed and it is sent again.
 */
export const heldSend =
  ({ guardedClient }: Pick<SlackContext, 'guardedClient'>, renew: Renew, requestMs: number): HeldSend =>
  async call => {
    for (let tries = 1; ; tries++) {
      const isSure = await renew();
      const held = { isBack: false };
      try {
        return await call(guardedClient(guard(isSure, held), requestMs));
      } catch (error) {
        if (!held.isBack) throw error;
        if (tries === MOST_TRIES)
          throw new NothingSent('this machine is too slow to send within its lease', { cause: error });
      }
    }
  };

/** Notes whether the one request of a call was held back. */
const guard =
  (isSure: IsSure, held: { isBack: boolean }): IsSure =>
  () => {
    held.isBack = !isSure();
    return !held.isBack;
  };

/** A channel, or a thread of it, to which only the holder of a lease sends. What nobody sees, as a file's bytes, goes before. */
export function heldDestination(
  context: Pick<SlackContext, 'client' | 'guardedClient'>,
  { channel, threadTs, metadata }: Where,
  send: HeldSend,
): Destination {
  return {
    post: message => send(client => channelDestination(client, channel, threadTs, metadata).post(message)),
    under: ts => heldDestination(context, { channel, threadTs: threadTs ?? ts }, send),
    attach: async file => {
      const id = await uploadFile(context.client, file);
      await patiently(() => send(client => showFile(client, id, file.name, channel, threadTs))).catch(
        error => {
          throw error instanceof HeldBack ? new FileHeldBack(error.message, { cause: error }) : error;
        },
      );
    },
  };
}

interface Where {
  readonly channel: string;
  readonly threadTs?: string | undefined;
  readonly metadata?: MessageMetadata;
}
