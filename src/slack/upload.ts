import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { ShopkeeperError } from '../errors.js';

/** Slack mostly needs one to two seconds; the first looks come sooner, since a small image is often ready at once. */
const FIRST_WAIT_MS = 100;
const MOST_WAIT_MS = 500;
const GIVE_UP_MS = 20_000;

/**
 * Uploads a PNG for an image block and waits until Slack has processed it: a block that names the file before
 * that is rejected. Processed means that completing the upload again names a file type; this needs only the
 * scope files:write.
 * @returns the file's id
 */
export async function uploadChart(
  client: WebClient,
  png: Uint8Array,
  title: string,
  alt: string,
): Promise<string> {
  const filename = 'chart.png';
  const target = await client.files.getUploadURLExternal({ filename, length: png.byteLength, alt_text: alt });
  if (!target.upload_url || !target.file_id)
    throw new ShopkeeperError('Slack gave no place to upload the chart to.');
  const sent = await fetch(target.upload_url, {
    method: 'POST',
    body: Uint8Array.from(png),
    headers: { 'content-type': 'application/octet-stream' },
    signal: AbortSignal.timeout(20_000),
  });
  if (!sent.ok) throw new ShopkeeperError(`Slack did not take the chart (HTTP ${sent.status}).`);
  let pause = FIRST_WAIT_MS;
  for (let waited = 0; waited < GIVE_UP_MS; waited += pause) {
    const done = await client.files.completeUploadExternal({ files: [{ id: target.file_id, title }] });
    if (done.files?.[0]?.filetype) return target.file_id;
    await wait(pause);
    pause = Math.min(MOST_WAIT_MS, pause * 2);
  }
  throw new ShopkeeperError('Slack was still processing the chart after 20 seconds.');
}
