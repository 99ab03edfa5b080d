import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { checkSlack } from '../../src/surfaces/cli/doctor/slack.js';
import { METHOD_SCOPES, neededScopes } from '../../src/surfaces/slack/methods.js';
import { ROOT } from '../support/built.js';

const CALL = /\b(?:(?:client|lookups)\s*\.\s*|(?=conversations\.))((?:[a-z]\w*\s*\.\s*)+[a-zA-Z]+)\s*\(/g;

/** The methods of Slack's Web API that files call on a client. */
async function methodsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  const texts = files.filter(f => f.endsWith('.ts')).map(f => readFile(join(folder, f), 'utf8'));
  const calls = (await Promise.all(texts)).flatMap(text => [...text.matchAll(CALL)]);
  return calls.map(([, method = '']) => method.replace(/\s+/g, ''));
}

describe('scopes', () => {
  it('are known of every method that the code calls, and the manifest asks for all of them', async () => {
    const called = [
      ...(await methodsIn(join(ROOT, 'src/surfaces/slack'))),
      ...(await methodsIn(join(ROOT, 'src/surfaces/cli/doctor'))),
    ];
    expect([...new Set(called)].sort()).toEqual(Object.keys(METHOD_SCOPES).sort());
    const manifest = JSON.parse(await readFile(join(ROOT, 'manifest.json'), 'utf8'));
    const asked: string[] = manifest.oauth_config.scopes.bot;
    expect([...neededScopes().keys()].filter(scope => !asked.includes(scope))).toEqual([]);
    // Nothing else, but to post in public channels without an invitation.
    expect(asked.filter(scope => !neededScopes().has(scope))).toEqual(['chat:write.public']);
    const page = await readFile(join(ROOT, 'docs/security.md'), 'utf8');
    expect(asked.filter(scope => !page.includes(`\`${scope}\``))).toEqual([]);
  });

  it('that were not granted are named by the doctor, with what needs them', async () => {
    const workspace = await Workspace.open();
    const config = readConfig({ SLACK_MODE: 'http', ...workspace.settings });
    const messages = async (settings: Partial<typeof config> = {}) =>
      (await checkSlack({ ...config, ...settings })).map(({ message }) => message);
    const all = [...neededScopes().keys()];
    workspace.scopes = all.filter(scope => scope !== 'files:read');
    const missing = 'The bot lacks the scope files:read (for files.info, files (file_shared)).';
    expect(await messages()).toContain(missing);
    workspace.scopes = all.filter(scope => scope !== 'usergroups:read');
    expect(await messages()).toContain('The bot has every scope that it needs.');
    // Each kind of block of an answer is within the limits of the stand-in.
    expect(await messages()).toContain('Slack takes the blocks that answers are made of.');
    workspace.fail('blocks.validate', { error: 'invalid_blocks' });
    expect((await messages()).join()).toContain('Slack rejects the blocks that answers are made of');
    workspace.fail('blocks.validate', { error: 'unknown_method' });
    expect((await messages()).join()).toContain('Slack did not check the blocks');
    const withGroups = await messages({ ACCESS_FILE: 'access.yml', SLACK_MCP: true });
    expect(withGroups.join()).toContain('usergroups:read (for usergroups.users.list); mcp:connect');
    await workspace.close();
  });
});
