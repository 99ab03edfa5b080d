/** An answer of the Web API: the HTTP status and the JSON body as text. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
}

export const succeeded = (fields: Readonly<Record<string, unknown>> = {}): ApiAnswer => ({
  status: 200,
  body: JSON.stringify({ ok: true, ...fields }),
});

/** @param error Slack's error code */
export const failed = (error: string, fields: Readonly<Record<string, unknown>> = {}): ApiAnswer => ({
  status: 200,
  body: JSON.stringify({ ok: false, error, ...fields }),
});
