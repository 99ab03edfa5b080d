import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerContract, answerOf } from '../../src/core/answer/answer.js';
import { NotUnderstood, ShopkeeperError } from '../../src/core/errors.js';
import { AS_JSON, asText, converse } from '../../src/surfaces/cli/conversation.js';
import { MAIN, ROOT } from '../support/built.js';
import { runInProcess } from '../support/command-in-process.js';
import { runCommand, withoutSettings } from '../support/command-line.js';
import { CORNER_SHOP } from '../support/shop.js';

const refused = z.strictObject({ error: z.string(), suggestions: z.array(z.string()) });

describe('shopkeeper chat', () => {
  let folder: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-chat-'));
    env = { DATABASE_URL: `sqlite:${join(folder, 'shop.sqlite')}` };
    expect((await runInProcess(['ingest', CORNER_SHOP], env)).code).toBe(0);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function chat(args: readonly string[], ...lines: string[]) {
    const path = join(folder, 'lines');
    await writeFile(path, lines.join('\n'));
    return runCommand(['chat', ...args], { env, first: `exec < '${path}'` });
  }

  it('answers one question a line, and goes on after one that it does not understand', async () => {
    const { code, out, err } = await chat([], 'sales by country', '', 'flurbs of wozzle', 'orders in spain');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first, second, third] = [out.indexOf('$74.04'), out.indexOf('wozzle'), out.indexOf('4 orders')];
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
  });

  it('prints one answer or error a line as JSON, until it is told to end', async () => {
    const { code, out } = await chat(
      ['--json'],
      'sales',
      'x'.repeat(10_000),
      'flurbs of wozzle',
      'exit',
      'sales',
    );
    expect(code).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as unknown);
    expect(lines).toHaveLength(3);
    expect(answerContract.parse(lines[0]).question).toBe('sales');
    expect(refused.parse(lines[1]).error).toContain('characters long');
    expect(refused.parse(lines[2]).suggestions).not.toEqual([]);
  });

  it('ends in silence when nobody reads on', async () => {
    const child = spawn(process.execPath, [MAIN, 'chat', '--json'], {
      cwd: ROOT,
      env: { ...withoutSettings(), ...env },
    });
    let err = '';
    child.stderr.on('data', data => {
      err += data;
    });
    child.stdin.on('error', () => {});
    child.stdin.write('sales\n');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write('sales by country\n'.repeat(20));
    const [code] = await once(child, 'close');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('a conversation', () => {
  const answers = (asked: (string | undefined)[][]) => async (text: string, before?: string) => {
    asked.push([text, before]);
    if (text === 'unknown') throw new NotUnderstood('What is that?', ['sales']);
    if (text === 'broken') throw new Error('the disk is gone');
    if (text === 'empty') throw new ShopkeeperError('There are no sales.', 'Load a file.');
    return answerOf({ question: `sales ${text}`, title: text, headline: `About ${text}.` });
  };
  async function* lines(...texts: string[]) {
    yield* texts;
  }

  it('hands each question the answer before it; errors are no answers', async () => {
    const asked: (string | undefined)[][] = [];
    await converse(lines('a', ' ', 'unknown', 'broken', 'b', 'c'), answers(asked), AS_JSON, () => {});
    expect(asked).toEqual([
      ['a', undefined],
      ['unknown', 'sales a'],
      ['broken', 'sales a'],
      ['b', 'sales a'],
      ['c', 'sales b'],
    ]);
  });

  it('shows errors in plain words, without those of other software', async () => {
    for (const printing of [AS_JSON, asText(() => 80)]) {
      const printed: string[] = [];
      await converse(lines('unknown', 'broken', 'empty'), answers([]), printing, text => printed.push(text));
      expect(printed[0]).toContain('What is that?');
      expect(printed[0]).toContain('sales');
      expect(printed[1]).not.toContain('disk');
      expect(printed[2]).toContain('Load a file.');
    }
  });
});
