import { createInterface } from 'node:readline/promises';
import { questionLines } from '../../ingest/report/question.js';
import type { Ask } from '../../ingest/understand/questions/question.js';

/** Who sits at the terminal. */
export interface Person {
  tell(text: string): void;
  /** A line that they type after a prompt; undefined where the input ends. */
  reply(prompt: string): Promise<string | undefined>;
}

/** The person at a terminal; undefined where there is none, as in a script or a pipe. */
export function personAt(
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stdout,
): Person | undefined {
  if (!input.isTTY || !output.isTTY) return undefined;
  return {
    tell: text => {
      output.write(`${text}\n`);
    },
    reply: async prompt => {
      const lines = createInterface({ input, output });
      const ended = new Promise<undefined>(resolve => lines.once('close', () => resolve(undefined)));
      try {
        return await Promise.race([lines.question(prompt).catch(() => undefined), ended]);
      } finally {
        lines.close();
      }
    },
  };
}

/** Asks a person what a file leaves open: one question, and a number for each answer. Enter gives none. */
export function asking(person: Person): Ask {
  return async question => {
    const { question: asked, choices } = questionLines(question);
    person.tell([asked, ...choices.map((text, i) => `  ${i + 1}  ${text}`)].join('\n'));
    for (;;) {
      const reply = await person.reply(`1 to ${choices.length}, or Enter to load nothing: `);
      const text = reply?.trim() ?? '';
      if (text === '') return undefined;
      const choice = question.choices[Number(text) - 1];
      if (choice) return choice;
      person.tell(`"${text}" is none of the answers.`);
    }
  };
}
