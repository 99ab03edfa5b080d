import { type ChildProcess, spawn } from 'node:child_process';

/** Processes that do nothing but keep the machine's cores busy, until they are ended. */
export function busyLoops(count: number): { end(): void } {
  const loops: ChildProcess[] = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', 'while (process.uptime() < 600);'], { stdio: 'ignore' }),
  );
  return {
    end: () => {
      for (const loop of loops) loop.kill('SIGKILL');
    },
  };
}
