import type { Logger } from 'pino';

/** Logs each call to Slack with its method, status and duration, and nothing of what is sent. */
export const loggedFetch =
  <Url extends string | URL, Init, Answer extends { readonly status: number }>(
    send: (url: Url, init?: Init) => Promise<Answer>,
    log: Logger,
  ) =>
  async (url: Url, init?: Init): Promise<Answer> => {
    const start = performance.now();
    const method = /\/api\/([\w.]+)$/.exec(new URL(url).pathname)?.[1] ?? 'response_url';
    let status: number | string = 'no answer';
    try {
      const response = await send(url, init);
      status = response.status;
      return response;
    } finally {
      log.debug({ method, status, ms: Math.round(performance.now() - start) }, 'called Slack');
    }
  };
