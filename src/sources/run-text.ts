import { plural } from '../core/answer/format.js';
import { missingText } from './missing.js';
import type { RunResult } from './running.js';

/** What a run came to. @param problems the command that lists the orders that could not be read */
export function runText({ name, outcome, orders, files, problem }: RunResult, problems: string): string {
  if (outcome === 'busy') return `Another process is reading ${name}.`;
  if (outcome === 'stopped') return `Reading ${name} was stopped. What was read until then is kept.`;
  if (outcome === 'failed') return `${name} could not be read. ${problem ?? ''}`.trim();
  if (files)
    return [
      files.loaded.length + files.refused.length === 0 ? 'No new files.' : '',
      ...files.loaded.map(file => `${file}: loaded.`),
      ...files.refused.map(file => `${file.name}: refused. ${file.reason}`),
    ]
      .filter(line => line !== '')
      .join('\n');
  const { read = 0, changed = 0, gone = 0, setAside = 0, missing, question } = orders ?? {};
  return [
    `${plural(read, 'order')} read: ${changed} new or changed, ${gone} taken out, ${setAside} set aside.`,
    setAside > 0 ? `${problems} says why.` : '',
    missing ? missingText(name, missing) : '',
    question ?? '',
  ]
    .filter(line => line !== '')
    .join('\n');
}
