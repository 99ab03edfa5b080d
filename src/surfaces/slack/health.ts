import type { RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What a supervisor is told of one part. */
export interface Check {
  readonly name: string;
  /** @returns what is wrong, in words without secrets; undefined if all is well */
  problem(): Promise<string | undefined>;
}

/** Whether the process lives, and whether it can answer people. */
export interface Health {
  /** What keeps it from answering, by part; empty if it is ready. */
  problems(): Promise<Readonly<Record<string, string>>>;
}

/** A check that takes longer has failed: a supervisor does not wait for ever either. */
const CHECK_MS = 2_500;
/** ParsedQuery again within this time, the answer is the same: a check must cost nothing, however often it is asked for. */
const SAME_MS = 2_000;

export function healthOf(checks: readonly Check[], now: () => Date): Health {
  let last: { readonly at: number; readonly found: Promise<Record<string, string>> } | undefined;
  const look = async () => {
    const found = await Promise.all(
      checks.map(async ({ name, problem }) => [name, await withinTime(problem)] as const),
    );
    return Object.fromEntries(found.flatMap(([name, what]) => (what === undefined ? [] : [[name, what]])));
  };
  return {
    problems: () => {
      const at = now().getTime();
      if (!last || Math.abs(at - last.at) >= SAME_MS) last = { at, found: look() };
      return last.found;
    },
  };
}

const withinTime = (problem: Check['problem']): Promise<string | undefined> =>
  Promise.race([
    problem().catch(() => 'it cannot be told; the log has more'),
    wait(CHECK_MS, 'there was no answer in time', { ref: false }),
  ]);

/** `/healthz`: the process lives. `/readyz`: it can answer people; `/health` is its older name. */
export const HEALTH_PATHS = ['/healthz', '/readyz', '/health'] as const;

/** Answers the paths above, as JSON: 200, or 503 with what is wrong. @returns false for any other path */
export function healthListener(health: Health): (...args: Parameters<RequestListener>) => boolean {
  return (request, response) => {
    const path = HEALTH_PATHS.find(p => p === request.url?.split('?')[0]);
    if (!path || !['GET', 'HEAD'].includes(request.method ?? '')) return false;
    const answer = (problems: Readonly<Record<string, string>>) => {
      const isReady = Object.keys(problems).length === 0;
      response
        .writeHead(isReady ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(isReady ? { status: 'ok' } : { status: 'not ready', problems }));
    };
    if (path === '/healthz') answer({});
    else void health.problems().then(answer);
    return true;
  };
}
