import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { ShopkeeperError } from '../../core/errors.js';

/**
 * Slack usually needs one to two seconds. A small image is often ready at once, so the first polls are close
 * together.
 */
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 500;
const GIVE_UP_MS = 20_000;

/**
 * Uploads a PNG for an image block and waits until Slack has processed it, since Slack rejects a block with
 * an unprocessed file. The file is processed if completing the upload again returns a file type; this check
 * needs only the scope files:write.
 * @returns the file's id
 */
export async function uploadChart(
  client: WebClient,
  png: Uint8Array,
  title: string,
  alt: string,
): Promise<string> {
  const id = await sendFile(client, png, 'chart.png', alt);
  let pause = FIRST_WAIT_MS;
  for (let waited = 0; waited < GIVE_UP_MS; waited += pause) {
    const done = await client.files.completeUploadExternal({ files: [{ id, title }] });
    if (done.files?.[0]?.filetype) return id;
    await wait(pause);
    pause = Math.min(LONGEST_WAIT_MS, pause * 2);
  }
  throw new ShopkeeperError('Slack was still processing the chart after 20 seconds.');
}

/**
 * Uploads a file and shares it in a channel or a thread, where people can download it.
 * @throws ShopkeeperError, or the client's error if Slack refuses it
 */
export async function shareFile(
  client: WebClient,
  file: { readonly name: string; readonly bytes: Uint8Array },
  channel: string,
  threadTs?: string,
): Promise<void> {
  await showFile(client, await uploadFile(client, file), file.name, channel, threadTs);
}

/** Uploads a file's bytes. @returns its id. Nobody sees the file until it is shared */
export const uploadFile = (
  client: WebClient,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<string> => sendFile(client, bytes, name);

/** Shares an uploaded file in a channel or a thread. */
export async function showFile(
  client: WebClient,
  id: string,
  title: string,
  channel: string,
  threadTs?: string,
): Promise<void> {
  const files: [{ id: string; title: string }] = [{ id, title }];
  await client.files.completeUploadExternal(
    threadTs === undefined
      ? { files, channel_id: channel }
      : { files, channel_id: channel, thread_ts: threadTs },
  );
}

/** Sends the bytes of a file. @returns its id. Nobody sees the file until the upload is completed */
async function sendFile(
  client: WebClient,
  bytes: Uint8Array,
  filename: string,
  alt?: string,
): Promise<string> {
  const target = await client.files.getUploadURLExternal({
    filename,
    length: bytes.byteLength,
    ...(alt !== undefined && { alt_text: alt }),
  });
  if (!target.upload_url || !target.file_id)
    throw new ShopkeeperError('Slack returned no upload URL for the file.');
  const sent = await fetch(target.upload_url, {
    method: 'POST',
    body: Uint8Array.from(bytes),
    headers: { 'content-type': 'application/octet-stream' },
    signal: AbortSignal.timeout(20_000),
  });
  if (!sent.ok) throw new ShopkeeperError(`Slack did not accept the file (HTTP ${sent.status}).`);
  return target.file_id;
}
