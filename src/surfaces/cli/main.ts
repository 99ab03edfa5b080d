#!/usr/bin/env -S node --max-semi-space-size=16 --heap-growing-percent=50 --no-allocation-site-pretenuring --expose-gc
import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { addActions } from './commands/actions.js';
import { addAsk } from './commands/ask.js';
import { addAudit } from './commands/audit.js';
import { addBackup } from './commands/backup.js';
import { addChat } from './commands/chat.js';
import { addCustomers } from './commands/customers.js';
import { addDemo } from './commands/demo.js';
import { addDigest } from './commands/digest.js';
import { addDoctor } from './commands/doctor.js';
import { addFeedback } from './commands/feedback.js';
import { addForget } from './commands/forget.js';
import { addGoal } from './commands/goal.js';
import { addIngest } from './commands/ingest.js';
import { addIngests } from './commands/ingests.js';
import { addLines } from './commands/lines.js';
import { addMappings } from './commands/mappings.js';
import { addMcp } from './commands/mcp.js';
import { addSources } from './commands/sources.js';
import { addStart } from './commands/start.js';

// Otherwise V8 compiles each pattern twice, which takes a third of the time of a process's first answer.
setFlagsFromString('--no-regexp-tier-up');

const program = new Command('shopkeeper').description(
  "Answers questions about a shop's sales and customer segments, in Slack and here.",
);
const adds = [
  addIngest,
  addIngests,
  addMappings,
  addCustomers,
  addForget,
  addSources,
  addAudit,
  addFeedback,
  addBackup,
  addLines,
  addAsk,
  addChat,
  addDigest,
  addGoal,
  addActions,
  addMcp,
  addStart,
  addDoctor,
  addDemo,
];
for (const add of adds) add(program);
// A wrong option or a missing argument counts as wrong input, like a wrong file.
for (const command of [program, ...program.commands])
  command.exitOverride(error => process.exit(error.exitCode === 0 ? 0 : 2));
await program.parseAsync();
