import type { Progress } from '../../../ingest/understand/ingest-settings.js';

const EVERY_MS = 120;
const PLAIN_EVERY_MS = 5_000;

/** Shows the progress of an ingest: one updated line on a terminal, otherwise a line every few seconds. */
export function progressShower(
  stream: NodeJS.WriteStream,
  now: () => number = Date.now,
): { show(progress: Progress): void; done(): void } {
  const start = now();
  let last = stream.isTTY ? 0 : start;
  let shown = false;
  return {
    show: progress => {
      if (now() - last < (stream.isTTY ? EVERY_MS : PLAIN_EVERY_MS)) return;
      last = now();
      shown = true;
      const text = line(progress, (now() - start) / 1000);
      stream.write(stream.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    },
    done: () => {
      if (shown && stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}

function line({ phase, bytes, totalBytes, rows }: Progress, seconds: number): string {
  const share = totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes);
  const percent = `${Math.round(share * 100)}%`.padStart(4);
  if (phase === 'looking') return `Reading the columns ${percent}`;
  const left = share > 0.02 ? `, ${Math.ceil((seconds / share) * (1 - share))} s left` : '';
  const rate = seconds > 0.5 ? `, ${Math.round(rows / seconds).toLocaleString('en-US')} rows/s` : '';
  return `Loading ${percent}  ${rows.toLocaleString('en-US')} rows${rate}${left}`;
}
