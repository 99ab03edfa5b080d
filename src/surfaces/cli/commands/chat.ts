import { createInterface, type Interface } from 'node:readline';
import { inspect } from 'node:util';
import type { Command } from 'commander';
import type { Ask } from '../../../app/ask.js';
import { withoutSecrets } from '../../../config/shown.js';
import { AS_JSON, asText, converse, type Printing } from '../conversation.js';
import { run, withShopkeeper } from '../run.js';

export function addChat(program: Command): void {
  program
    .command('chat')
    .option(
      '--json',
      'print one answer a line as JSON (docs/answer.md), an error as {"error", "suggestions"}',
    )
    .description('answer one question a line, from a terminal or a pipe, and follow-ups to the answer before')
    .action((options: { readonly json?: boolean }) =>
      run(() =>
        withShopkeeper(({ ask }) =>
          chat(ask, options.json ? AS_JSON : asText(() => process.stdout.columns ?? 100)),
        ),
      ),
    );
}

/** Answers the lines of standard input until they end. */
export async function chat(ask: Ask, printing: Printing): Promise<void> {
  const input = openInput();
  // A reader that has seen enough, such as `head`, ends the conversation.
  process.stdout.on('error', () => input.close());
  await converse(linesOf(input), ask, printing, text => console.log(text), showDetails);
  input.close();
}

/** Reads lines; on a terminal with a prompt and the lines before at the arrow keys. */
function openInput(): Interface {
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  return createInterface({
    input: process.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
    ...(isTerminal && { output: process.stdout, prompt: '> ' }),
  });
}

async function* linesOf(input: Interface): AsyncGenerator<string> {
  const prompt = () => {
    if (input.terminal) input.prompt();
  };
  prompt();
  for await (const line of input) {
    yield line;
    prompt();
  }
}

function showDetails(error: unknown): void {
  if (process.env.LOG_LEVEL === 'debug')
    process.stderr.write(`${withoutSecrets(process.env)(inspect(error))}\n`);
}
