import { spawn } from 'node:child_process';
import { MAIN, ROOT } from './built.js';

export { ROOT };

/** What a command printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  /** Settings; none of the machine's own are seen. */
  readonly env?: NodeJS.ProcessEnv;
  /** Shell commands that come first, such as `umask 022` or `ulimit -f 0`. */
  readonly first?: string;
  /** The user to run as. */
  readonly uid?: number;
  /** Called with all that was written so far, each time that there is more. */
  readonly onText?: (text: string, child: { kill(signal: NodeJS.Signals): boolean }) => void;
}

const OWN = /^(SLACK|SHOP|DIGEST|OPS|CHART|DATABASE|LLM|LOG|PG)/;

/** The machine's environment without any settings of Shopkeeper's. */
export const withoutSettings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name)));

/** Runs the command line as a real process. */
export function runCommand(args: readonly string[], around: Surroundings = {}): Promise<Ended> {
  const { env = {}, first = ':', uid, onText } = around;
  return new Promise(resolve => {
    const child = spawn('/bin/sh', ['-c', `${first}; exec "$@"`, 'sh', process.execPath, MAIN, ...args], {
      cwd: ROOT,
      env: { ...withoutSettings(), NO_COLOR: '1', ...env },
      ...(uid !== undefined && { uid, gid: uid }),
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', data => {
      out += data;
      onText?.(out + err, child);
    });
    child.stderr.on('data', data => {
      err += data;
      onText?.(out + err, child);
    });
    child.on('close', code => resolve({ code, out, err }));
  });
}
