import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { listening, longestStall, PROBE } from './load.js';
import { writeLines } from './made-up-lines.js';
import { number } from './timing.js';

type Elements = readonly { readonly action_id: string; readonly value: string }[];

/**
 * A file that is dropped into Slack: how long it takes to be read, loaded and taken back, and how long the
 * event loop of the app stands still meanwhile, with a process that loads and without.
 */
export async function benchDropped(folder: string, lines: number): Promise<void> {
  const file = join(folder, 'dropped.csv');
  await writeLines(file, lines, lines / 10);
  const bytes = await readFile(file);
  console.log(`\nA dropped file of ${number(lines)} lines, ${(bytes.length / 1e6).toFixed(1)} MB`);
  for (const processes of [0, 1]) {
    const workspace = await Workspace.open();
    const DATABASE_URL = `sqlite:${join(folder, `dropped-${processes}.sqlite`)}`;
    const env = { ...process.env, ...workspace.settings, DATABASE_URL, SLACK_MODE: 'http', PORT: '0' };
    const app = spawn('node', ['--import', PROBE, 'dist/src/surfaces/cli/main.js', 'start'], {
      env: { ...env, COMPUTE_PROCESSES: String(processes) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    try {
      workspace.connect(await listening(app));
      await drop(workspace, app, bytes, processes);
    } finally {
      app.kill('SIGTERM');
      await once(app, 'exit');
      await workspace.close();
    }
  }
}

async function drop(workspace: Workspace, app: ChildProcess, bytes: Buffer, processes: number) {
  const channel = await workspace.openDirectMessage(workspace.user);
  const step = async (name: string, awaited: string, begin: () => Promise<unknown>): Promise<Posted> => {
    await longestStall(app);
    const begun = performance.now();
    const next = workspace.nextPosted(posted => JSON.stringify(posted).includes(awaited), 600_000);
    await begin();
    const posted = await next;
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
    console.log(`  COMPUTE_PROCESSES=${processes}, ${name}: ${seconds} s; ${await longestStall(app)}`);
    return posted;
  };
  const press = (posted: Posted, id: string) => {
    const elements = (posted.blocks as { elements?: Elements }[]).flatMap(block => block.elements ?? []);
    const value = elements.find(element => element.action_id === id)?.value ?? '';
    return workspace.press(posted, id, value, { channel });
  };
  const reading = await step('read', 'Nothing is loaded yet', () =>
    workspace.shareFiles([{ name: 'dropped.csv', bytes }], { channel }),
  );
  const loaded = await step('loaded', 'Loaded dropped.csv', () => press(reading, 'file_load'));
  await step('taken back', 'was undone', () => press(loaded, 'file_undo_0'));
}
