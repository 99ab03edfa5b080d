import { inspect } from 'node:util';
import { Command } from 'commander';
import { vi } from 'vitest';
import { addAsk } from '../../src/surfaces/cli/commands/ask.js';
import { addCustomers } from '../../src/surfaces/cli/commands/customers.js';
import { addDigest } from '../../src/surfaces/cli/commands/digest.js';
import { addDoctor } from '../../src/surfaces/cli/commands/doctor.js';
import { addForget } from '../../src/surfaces/cli/commands/forget.js';
import { addIngest } from '../../src/surfaces/cli/commands/ingest.js';
import { addIngests } from '../../src/surfaces/cli/commands/ingests.js';
import { addMappings } from '../../src/surfaces/cli/commands/mappings.js';
import { addSources } from '../../src/surfaces/cli/commands/sources.js';
import { addStart } from '../../src/surfaces/cli/commands/start.js';
import { type Ended, withoutSettings } from './command-line.js';

/**
 * Runs a command within the test's own process, in a fraction of the time that a process of its own takes.
 * For what ends by itself; what is logged is not seen.
 */
export async function runInProcess(args: readonly string[], env: Record<string, string>): Promise<Ended> {
  let [out, err] = ['', ''];
  const { exitCode } = process;
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((...shown) => {
      out += `${shown.map(one => (typeof one === 'string' ? one : inspect(one))).join(' ')}\n`;
    }),
    vi.spyOn(process.stdout, 'write').mockImplementation(text => {
      out += text;
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation(text => {
      err += text;
      return true;
    }),
  ];
  for (const name of Object.keys(process.env)) if (!(name in withoutSettings())) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    process.exitCode = 0;
    const program = new Command();
    for (const add of [
      addAsk,
      addCustomers,
      addDigest,
      addDoctor,
      addForget,
      addIngest,
      addIngests,
      addMappings,
      addSources,
      addStart,
    ])
      add(program);
    await program.parseAsync(args, { from: 'user' });
    return { code: Number(process.exitCode), out, err };
  } finally {
    process.exitCode = exitCode;
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}
