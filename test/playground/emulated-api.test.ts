import { afterAll, beforeAll, expect, it } from 'vitest';
import { EmulatedApi, withoutContent } from '../../src/playground/slack-stand-in/emulated-api.js';
import { newSecrets } from '../../src/playground/slack-stand-in/secrets.js';

const secrets = newSecrets();
const OWN = 'http://127.0.0.1:1';
let api: EmulatedApi;
beforeAll(async () => {
  api = await EmulatedApi.open(secrets);
});
afterAll(() => api.close());
const call = async (method: string, given: Record<string, string>, token = secrets.botToken) =>
  JSON.parse((await api.call(method, given, token, OWN)).body);

it('replaces the content of messages, files and views by as many empty blocks', () => {
  const blocks = JSON.stringify([{ type: 'header', text: 'Alice' }, { type: 'divider' }]);
  expect(
    withoutContent({
      channel: 'C1',
      thread_ts: '1.0',
      text: 'Alice',
      blocks,
      attachments: '["Alice"]',
      filename: 'Alice.csv',
      length: '5',
      alt_text: 'Alice',
      title: 'Alice',
      files: '[{"id":"F1","title":"Alice"}]',
      view: `{"type":"home","title":"Alice","blocks":${blocks}}`,
    }),
  ).toEqual({
    channel: 'C1',
    thread_ts: '1.0',
    text: 'text',
    blocks: '[{"type":"divider"},{"type":"divider"}]',
    filename: 'file.csv',
    length: '5',
    files: '[{"id":"F1"}]',
    view: '{"type":"home","blocks":[{"type":"divider"},{"type":"divider"}]}',
  });
});

it('shows no data of the shop to anybody who opens its port', async () => {
  const { channels } = await call('conversations.list', {}, secrets.setupToken);
  const channel = channels[0].id;
  const blocks = JSON.stringify([
    { type: 'section', text: { type: 'mrkdwn', text: 'Alice spent $12,345.67' } },
  ]);
  expect(await call('chat.postMessage', { channel, text: 'Alice spent $12,345.67', blocks })).toMatchObject({
    ok: true,
  });
  const upload = await call('files.getUploadURLExternal', { filename: 'Alice.csv', length: '5' });
  expect(upload).toMatchObject({ ok: true, upload_url: `${OWN}/upload/v1/${upload.file_id}` });
  expect(await api.upload(new URL(upload.upload_url).pathname, 5)).toBe(200);
  const files = JSON.stringify([{ id: upload.file_id, title: 'Alice' }]);
  expect(await call('files.completeUploadExternal', { files, channel_id: channel })).toMatchObject({
    ok: true,
  });

  // Its page lists all messages and requires no token.
  const shown = await (await fetch(api.url)).text();
  expect(shown).toContain('file.csv');
  expect(shown).not.toMatch(/Alice|12,345/);
});

it('refuses a file without an upload URL', async () => {
  expect(await api.upload('/upload/v1/F000000000', 5)).toBe(404);
});
