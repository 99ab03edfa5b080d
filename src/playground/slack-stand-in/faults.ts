/** A failure that the stand-in answers with, once: an HTTP status, and a body with Slack's error code. */
export interface Fault {
  readonly status?: number;
  readonly error: string;
  /** Slack's reasons for rejecting blocks. */
  readonly errors?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The call is carried out, and the connection is then closed without an answer. */
  readonly closesAfterCall?: boolean;
  /** The call is never answered. */
  readonly hangs?: boolean;
}

/** The faults planned for the next calls of each Web API method, or of `response_url`. */
export class Faults {
  readonly #planned = new Map<string, Fault[]>();

  add(method: string, faults: readonly Fault[]): void {
    this.#planned.set(method, [...(this.#planned.get(method) ?? []), ...faults]);
  }

  clear(method: string): void {
    this.#planned.delete(method);
  }

  /** Removes and returns the fault for this call, if one is planned. */
  take(method: string): Fault | undefined {
    return this.#planned.get(method)?.shift();
  }
}
