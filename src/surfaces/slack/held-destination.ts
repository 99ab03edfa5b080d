import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { FileHeldBack, HeldBack, type IsSure, type Renew } from '../../digest/delivery/lease.js';
import { NothingSent } from '../../digest/delivery/lease-holder.js';
import type { SlackContext } from './context.js';
import { channelDestination, type Destination, retryRateLimited } from './destinations.js';
import { showFile, uploadFile } from './upload.js';

/** If the lease expires between its renewal and the request this often, the process is too slow to send. */
const MOST_TRIES = 5;

/** Makes a call for which a lease is needed. @throws HeldBack if nothing was sent */
export type HeldSend = <T>(call: (client: WebClient) => Promise<T>) => Promise<T>;

/**
 * Renews the lease, and makes the call with a client that sends only while the lease is valid. If the lease
 * expired before the request was sent, it is renewed and the call is made again.
 */
export const heldSend =
  ({ guardedClient }: Pick<SlackContext, 'guardedClient'>, renew: Renew, requestMs: number): HeldSend =>
  async call => {
    for (let tries = 1; ; tries++) {
      const isSure = await renew();
      const check = { hasFailed: false };
      try {
        return await call(guardedClient(recordingFailure(isSure, check), requestMs));
      } catch (error) {
        if (!check.hasFailed) throw error;
        if (tries === MOST_TRIES)
          throw new NothingSent('this machine is too slow to send before its lease expires', {
            cause: error,
          });
      }
    }
  };

/** The same before-send check. It records whether it stopped the call's request. */
const recordingFailure =
  (isSure: IsSure, check: { hasFailed: boolean }): IsSure =>
  () => {
    check.hasFailed = !isSure();
    return !check.hasFailed;
  };

/**
 * A channel or a thread to which only the holder of a lease sends. Uploading a file's bytes needs no lease.
 */
export function heldDestination(
  context: Pick<SlackContext, 'client' | 'guardedClient'>,
  { channel, threadTs, metadata }: Target,
  send: HeldSend,
): Destination {
  return {
    post: message => send(client => channelDestination(client, channel, threadTs, metadata).post(message)),
    under: ts => heldDestination(context, { channel, threadTs: threadTs ?? ts }, send),
    attach: async file => {
      const id = await uploadFile(context.client, file);
      await retryRateLimited(() => send(client => showFile(client, id, file.name, channel, threadTs))).catch(
        error => {
          throw error instanceof HeldBack ? new FileHeldBack(error.message, { cause: error }) : error;
        },
      );
    },
  };
}

interface Target {
  readonly channel: string;
  readonly threadTs?: string | undefined;
  readonly metadata?: MessageMetadata;
}
