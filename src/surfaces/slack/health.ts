import type { RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** A health check of one part of the app. */
export interface Check {
  readonly name: string;
  /** @returns the problem, in words without secrets; undefined if there is none */
  problem(): Promise<string | undefined>;
}

/** Whether the app can answer people. */
export interface Health {
  /** The problems that prevent it from answering, by part; empty if it is ready. */
  problems(): Promise<Readonly<Record<string, string>>>;
  /** What else is said of an app that is ready: how old its data is, and when the next digest is due. */
  facts(): Promise<Readonly<Record<string, unknown>>>;
}

/** A check that takes longer has failed. */
const CHECK_TIMEOUT_MS = 2_500;
/** Results are reused for this time, so that frequent requests cost nothing. */
const CACHE_MS = 2_000;

export function healthOf(
  checks: readonly Check[],
  now: () => Date,
  facts: Health['facts'] = async () => ({}),
): Health {
  let last: { readonly at: number; readonly problems: Promise<Record<string, string>> } | undefined;
  const runChecks = async () => {
    const results = await Promise.all(
      checks.map(async ({ name, problem }) => [name, await withTimeout(problem)] as const),
    );
    return Object.fromEntries(
      results.flatMap(([name, problem]) => (problem === undefined ? [] : [[name, problem]])),
    );
  };
  return {
    facts,
    problems: () => {
      const at = now().getTime();
      if (!last || Math.abs(at - last.at) >= CACHE_MS) last = { at, problems: runChecks() };
      return last.problems;
    },
  };
}

const withTimeout = (problem: Check['problem']): Promise<string | undefined> =>
  Promise.race([
    problem().catch(() => 'the check failed; see the log'),
    wait(CHECK_TIMEOUT_MS, 'there was no answer in time', { ref: false }),
  ]);

/** `/healthz`: the process is alive. `/readyz`, formerly `/health`: it can answer people. */
export const HEALTH_PATHS = ['/healthz', '/readyz', '/health'] as const;

/** Answers these paths with JSON: 200, or 503 with the problems. @returns false for any other path */
export function healthListener(health: Health): (...args: Parameters<RequestListener>) => boolean {
  return (request, response) => {
    const path = HEALTH_PATHS.find(p => p === request.url?.split('?')[0]);
    if (!path || !['GET', 'HEAD'].includes(request.method ?? '')) return false;
    const answer = (
      problems: Readonly<Record<string, string>>,
      facts: Readonly<Record<string, unknown>> = {},
    ) => {
      const isReady = Object.keys(problems).length === 0;
      response
        .writeHead(isReady ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(isReady ? { status: 'ok', ...facts } : { status: 'not ready', problems }));
    };
    if (path === '/healthz') answer({});
    else void Promise.all([health.problems(), health.facts().catch(() => ({}))]).then(all => answer(...all));
    return true;
  };
}
