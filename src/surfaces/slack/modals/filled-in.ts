import { z } from 'zod';

const chosen = z.object({ value: z.string() });
const input = z.object({
  value: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_conversation: z.string().nullish(),
});
const stateSchema = z.object({ values: z.record(z.string(), z.record(z.string(), input)) });

/** What somebody filled in, by the ids of the fields. */
export interface FilledIn {
  /** A text without white space around it, a choice, a date, a time or a channel; undefined if it is empty. */
  one(id: string): string | undefined;
  /** The ids of all fields. */
  readonly ids: readonly string[];
  /** The values chosen from a list of which several can be. */
  many(id: string): string[];
}

/** Reads the state of a submitted form. @throws ZodError if it is none */
export function filledIn(state: unknown): FilledIn {
  const { values } = stateSchema.parse(state);
  const inputOf = (id: string) => Object.values(values[id] ?? {})[0];
  return {
    one: id => {
      const found = inputOf(id);
      const value =
        found?.value ??
        found?.selected_option?.value ??
        found?.selected_date ??
        found?.selected_time ??
        found?.selected_conversation;
      return value?.trim() || undefined;
    },
    ids: Object.keys(values),
    many: id => (inputOf(id)?.selected_options ?? []).map(({ value }) => value),
  };
}
