import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request with any headers, `Host` and `Origin` too, which `fetch` would set by itself. */
export function sendRequest(
  url: URL | string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: OutgoingHttpHeaders; body?: string },
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    // A connection of its own, which is not closed before all is sent.
    const agent = new Agent({ keepAlive: true });
    const sent = request(url, { method, headers, agent }, response => {
      const answer = (text: string) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        sent.destroy();
        agent.destroy();
      };
      // An event stream that is let in never ends.
      if (response.headers['content-type'] === 'text/event-stream') {
        answer('');
        return;
      }
      let text = '';
      response.setEncoding('utf8').on('data', part => {
        text += part;
      });
      response.on('end', () => answer(text));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
