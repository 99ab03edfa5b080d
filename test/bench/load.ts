import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { signature, slashCommand } from '../../src/playground/slack-stand-in/payloads.js';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { writeLines } from './made-up-lines.js';
import { number, quantile } from './timing.js';

export const PROBE = new URL('./stalls.mjs', import.meta.url).href;

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
/** What people ask at once: each of them another period, so that every answer is computed and drawn. */
const AT_ONCE: readonly ((period: string) => string)[] = [
  period => period,
  period => `top-countries ${period}`,
  period => `top-products ${period}`,
  period => `by category ${period}`,
  period => `trend by day ${period}`,
  period => `pareto by product ${period}`,
  period => `by category and status ${period}`,
  period => `revenue by country of customers with over 3 orders ${period}`,
  period => `revenue by segment ${period}`,
  period => `average order value by week ${period}`,
];
const ASKERS = 50;
const BURSTS = 5;

/** All that are asked are answered or declined within this time, and then some. */
const LAST_ANSWER_MS = 60_000;

/**
 * The whole app as it runs in production, asked by fifty people at once: times, what was declined, and how
 * long its event loop stood still.
 * @param isSteady adds minutes of steady questions, with the memory of the app
 */
export async function benchLoad(folder: string, lines: number, isSteady: boolean): Promise<void> {
  const file = join(folder, 'load.csv');
  await writeLines(file, lines, lines / 10);
  const DATABASE_URL = `sqlite:${join(folder, 'load.sqlite')}`;
  const workspace = await Workspace.open();
  const env = { ...process.env, ...workspace.settings, DATABASE_URL, SLACK_MODE: 'http', PORT: '0' };
  await once(
    spawn('node', ['dist/src/surfaces/cli/main.js', 'ingest', file], { env, stdio: 'ignore' }),
    'exit',
  );
  const app = spawn('node', ['--import', PROBE, 'dist/src/surfaces/cli/main.js', 'start'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  try {
    const url = await listening(app);
    const target = { workspace, app, url };
    console.log(`\n${number(lines)} lines; memory at rest ${residentMb(app)} MB`);
    // The first questions read the columns and load code.
    await burst(target, 0);
    console.log(`${ASKERS} people at once`);
    for (let i = 1; i <= BURSTS; i++) await burst(target, i);
    if (isSteady) for (const stretch of STRETCHES) await ask(stretch, target);
    await wait(10_000);
    console.log(`memory 10 s later ${residentMb(app)} MB`);
  } finally {
    app.kill('SIGTERM');
    await once(app, 'exit');
    await workspace.close();
  }
}

/** Fifty people ask at the same moment. Prints nothing of the first time, which warms up. */
async function burst(target: Target, round: number): Promise<void> {
  const { workspace, app } = target;
  const begun = performance.now();
  const asked = new Set(Array.from({ length: ASKERS }, (_, i) => `U0ASKER${i}X`));
  const answers: number[] = [];
  let declined = 0;
  const stop = workspace.onPosted(({ text, blocks, ephemeral }) => {
    // Said to the asker alone, so without a name.
    if (ephemeral) {
      if (!text.includes('I am working on')) declined++;
      return;
    }
    const all = JSON.stringify(blocks);
    const asker = [...asked].find(id => all.includes(id));
    if (asker === undefined) return;
    asked.delete(asker);
    answers.push(performance.now() - begun);
  });
  await longestStall(app);
  const acks = await Promise.all(
    [...asked].map((person, i) => {
      workspace.people.set(person, { team_id: 'T000000001' });
      const text = AT_ONCE[i % AT_ONCE.length]?.(period(i, round * 3)) ?? '';
      return send(target, person, text);
    }),
  );
  const end = performance.now() + LAST_ANSWER_MS;
  while (asked.size > declined && performance.now() < end) await wait(50);
  stop();
  if (round === 0) return;
  const ms = (values: readonly number[], share: number) => `${quantile(values, share).toFixed(0)} ms`;
  console.log(
    `  ${answers.length} answered, ${declined} declined, ${asked.size - declined} lost; acknowledged p50 ${ms(acks, 0.5)} p99 ${ms(acks, 0.99)}; ` +
      `answered p50 ${ms(answers, 0.5)} p99 ${ms(answers, 0.99)}; ${await longestStall(app)}; load ${loadavg()[0]?.toFixed(1)}`,
  );
}

/**
 * How long the app's event loop stood still at most since this was asked last, and how long it computed at a
 * stretch, milliseconds: on a machine that is busy with other work it also waits for a core.
 */
export async function longestStall(app: ChildProcess): Promise<string> {
  app.send('longest');
  const [said]: { stoodMs: number; computedMs: number }[] = await once(app, 'message');
  const ms = (value = Number.NaN) => `${value.toFixed(0)} ms`;
  return `stood still ${ms(said?.stoodMs)} at most, computed ${ms(said?.computedMs)} at a stretch`;
}

/** Waits until the app says where it listens. */
export async function listening(app: ChildProcess): Promise<string> {
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
