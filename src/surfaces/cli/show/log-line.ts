import pino from 'pino';
import { z } from 'zod';

const entry = z.looseObject({ level: z.number(), time: z.number(), msg: z.string().default('') });

/** A log line for people: time (UTC), level, message, facts. JSON that is no log entry stays as it is. */
export function logLineText(line: string): string {
  const parsed = entry.safeParse(jsonOf(line));
  if (!parsed.success) return line;
  const { level, time, msg, ...rest } = parsed.data;
  const facts = Object.entries(rest).map(([key, value]) => `${key}=${textOf(value)}`);
  const name = (pino.levels.labels[level] ?? String(level)).toUpperCase();
  return `${[new Date(time).toISOString(), name, msg, ...facts].join(' ')}\n`;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' && /^[^\s"]+$/.test(value) ? value : JSON.stringify(value);

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
