import { inspect } from 'node:util';
import type { Command } from 'commander';
import pc from 'picocolors';
import { withoutSecrets } from '../../../config/shown.js';
import { configFromEnvironment, run } from '../run.js';

const LABELS = { ok: pc.green('ok  '), problem: pc.red('FIX '), note: pc.yellow('note') } as const;

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check settings, store, charts, tokens and scopes, and say how to fix problems')
    .action(() =>
      run(async () => {
        const { examine } = await import('../doctor/examine.js');
        const results = await examine(configFromEnvironment);
        const clean = withoutSecrets(process.env);
        for (const { state, message, fix } of results)
          console.log(clean(`${LABELS[state]}  ${message}${fix ? `\n      ${fix}` : ''}`));
        if (process.env.LOG_LEVEL === 'debug')
          for (const { cause } of results) if (cause) process.stderr.write(clean(`${inspect(cause)}\n`));
        if (results.some(({ state }) => state === 'problem')) process.exitCode = 1;
      }),
    );
}
