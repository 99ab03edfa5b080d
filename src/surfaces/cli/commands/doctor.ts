import { inspect } from 'node:util';
import type { Command } from 'commander';
import pc from 'picocolors';
import { withoutSecrets } from '../../../config/shown.js';
import { configFromEnvironment, run } from '../run.js';

const MARKS = { ok: pc.green('ok  '), problem: pc.red('MEND'), note: pc.yellow('note') } as const;

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check settings, store, fonts, tokens and scopes, and say what to mend')
    .action(() =>
      run(async () => {
        const { examine } = await import('../../doctor/examine.js');
        const findings = await examine(configFromEnvironment);
        const clean = withoutSecrets(process.env);
        for (const f of findings)
          console.log(clean(`${MARKS[f.state]}  ${f.what}${f.mend ? `\n      ${f.mend}` : ''}`));
        if (process.env.LOG_LEVEL === 'debug')
          for (const { cause } of findings) if (cause) process.stderr.write(clean(`${inspect(cause)}\n`));
        if (findings.some(f => f.state === 'problem')) process.exitCode = 1;
      }),
    );
}
