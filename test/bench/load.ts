import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { signature, slashCommand } from '../../src/playground/slack-stand-in/payloads.js';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { writeLines } from './made-up-lines.js';
import { quantile } from './timing.js';

/** A stretch of steady questions, each a chart of its own. */
interface Stretch {
  readonly name: string;
  readonly perSecond: number;
  readonly people: number;
  readonly seconds: number;
}

const STRETCHES: readonly Stretch[] = [
  { name: '1.5 questions a second, 20 people', perSecond: 1.5, people: 20, seconds: 120 },
  { name: '4 questions a second, 40 people', perSecond: 4, people: 40, seconds: 120 },
  { name: '4 questions a second, one person', perSecond: 4, people: 1, seconds: 30 },
];
/** All that are asked are answered or declined within this time, and then some. */
const LAST_ANSWER_MS = 60_000;

/** The whole app as it runs in production, under steady questions: times, what was declined, and its memory. */
export async function benchLoad(folder: string, lines: number): Promise<void> {
  const file = join(folder, 'load.csv');
  await writeLines(file, lines, lines / 10);
  const DATABASE_URL = `sqlite:${join(folder, 'load.sqlite')}`;
  const workspace = await Workspace.open();
  const env = { ...process.env, ...workspace.settings, DATABASE_URL, SLACK_MODE: 'http', PORT: '0' };
  await once(
    spawn('node', ['dist/src/surfaces/cli/main.js', 'ingest', file], { env, stdio: 'ignore' }),
    'exit',
  );
  const app = spawn('node', ['dist/src/surfaces/cli/main.js', 'start'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const url = await listening(app);
    console.log(`${lines.toLocaleString('en-US')} lines; memory at rest ${residentMb(app)} MB`);
    for (const stretch of STRETCHES) await ask(stretch, { workspace, app, url });
    await wait(10_000);
    console.log(`memory 10 s later ${residentMb(app)} MB`);
  } finally {
    app.kill('SIGTERM');
    await once(app, 'exit');
    await workspace.close();
  }
}

/** Waits until the app says where it listens. */
async function listening(app: ChildProcess): Promise<string> {
  if (!app.stderr) throw new Error('the app has no log');
  for await (const line of createInterface(app.stderr)) {
    const port = /listening on 127\.0\.0\.1, port (\d+)/.exec(line)?.[1];
    if (!port) continue;
    app.stderr.resume();
    return `http://127.0.0.1:${port}/slack/events`;
  }
  throw new Error('the app has ended');
}

/** Resident memory of a process, MB (Linux). */
const residentMb = ({ pid }: ChildProcess): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

interface Target {
  readonly workspace: Workspace;
  readonly app: ChildProcess;
  readonly url: string;
}

async function ask(
  { name, perSecond, people, seconds }: Stretch,
  { workspace, app, url }: Target,
): Promise<void> {
  const acks: number[] = [];
  const answers: number[] = [];
  const begun = new Map<string, number>();
  let declined = 0;
  let peak = 0;
  const stop = workspace.onPosted(({ text, blocks, ephemeral }) => {
    const asked = /top-countries (\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)/.exec(
      `${text} ${JSON.stringify(blocks)}`,
    );
    const start = asked && begun.get(asked[0]);
    if (start) {
      answers.push(performance.now() - start);
      begun.delete(asked[0]);
    } else if (ephemeral && !text.includes('I am working on')) declined++;
  });
  const memory = setInterval(() => {
    peak = Math.max(peak, residentMb(app));
  }, 500);
  const total = Math.round(perSecond * seconds);
  for (let i = 0; i < total; i++) {
    const person = `U0PERSON${i % people}`;
    workspace.people.set(person, { team_id: 'T000000001' });
    const text = `top-countries ${period(i, perSecond)}`;
    begun.set(text, performance.now());
    void send({ workspace, app, url }, person, text).then(ms => acks.push(ms));
    await wait(1_000 / perSecond);
  }
  const end = performance.now() + LAST_ANSWER_MS;
  while (answers.length + declined < total && performance.now() < end) await wait(250);
  clearInterval(memory);
  stop();
  const p = (values: readonly number[], share: number) => `${(quantile(values, share) / 1_000).toFixed(2)} s`;
  console.log(
    `${name}: ${total} asked, ${answers.length} answered, ${declined} declined, ${total - answers.length - declined} lost; ` +
      `acknowledged p50 ${p(acks, 0.5)} p99 ${p(acks, 0.99)}; answered p50 ${p(answers, 0.5)} p99 ${p(answers, 0.99)}; memory at most ${peak} MB`,
  );
}

/** Days that no other question of the run names, so that every answer is computed and drawn. */
function period(i: number, salt: number): string {
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  const from = (i * 7 + Math.round(salt * 10)) % 300;
  return `${day(from)}..${day(from + 30 + Math.floor((i * 7) / 300) * 3 + Math.round(salt))}`;
}

async function send({ workspace, url }: Target, user: string, text: string): Promise<number> {
  const address = workspace.newResponseUrl();
  const { body, contentType } = slashCommand({ user, channel: workspace.channel }, address, '/sales', text);
  const start = performance.now();
  const headers = { 'content-type': contentType, ...signature(body, workspace.secrets.signingSecret) };
  const response = await fetch(url, { method: 'POST', headers, body });
  await response.body?.cancel();
  return performance.now() - start;
}
