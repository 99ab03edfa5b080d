import { z } from 'zod';
import { LIMITS } from '../blocks/limits.js';

/** What a button below a file's message stands for: the files, and what people have said of their columns. */
const choiceSchema = z.object({
  /** Slack's ids of the files. */
  files: z.array(z.string().regex(/^F[A-Z0-9]+$/)).min(1),
  /** `COLUMN=FIELD`, as `--map` says it. */
  map: z.array(z.string()),
});
export type FileChoice = z.infer<typeof choiceSchema>;

/** The choice as a button's value; undefined if it is too long for one. */
export function choiceText(choice: FileChoice): string | undefined {
  const text = JSON.stringify(choice);
  return text.length <= LIMITS.buttonValue ? text : undefined;
}

/** The choice in a button's value. @throws ZodError, SyntaxError if it is none */
export const readChoice = (text: string): FileChoice => choiceSchema.parse(JSON.parse(text));
