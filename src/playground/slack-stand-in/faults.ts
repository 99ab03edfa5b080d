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
  /** Is called when a call hangs. */
  readonly onHang?: () => void;
  /** The connection is closed before anything is done. */
  readonly closesBefore?: boolean;
  /** Only messages with blocks are refused. */
  readonly ofBlocks?: boolean;
}

/** A call, as far as faults depend on it. */
export interface FaultyCall {
  readonly method: string;
  /** Where it goes, if to a conversation: some faults are of direct messages, or of channels, alone. */
  readonly channel?: string | undefined;
  readonly hasBlocks?: boolean;
}

/** The name of a method's faults in direct messages or in channels: `chat.postMessage in direct`. */
const placed = ({ method, channel = '' }: FaultyCall): string =>
  `${method} in ${channel.startsWith('D') ? 'direct' : 'channel'}`;

/** The faults planned for the next calls of each Web API method, or of `response_url`. */
export class Faults {
  readonly #planned = new Map<string, Fault[]>();
  readonly #lasting = new Map<string, Fault>();

  add(method: string, faults: readonly Fault[]): void {
    this.#planned.set(method, [...(this.#planned.get(method) ?? []), ...faults]);
  }

  /** Answers every call with a fault, until it is cleared. */
  set(method: string, fault: Fault): void {
    this.#lasting.set(method, fault);
  }

  clear(method: string): void {
    this.#planned.delete(method);
    this.#lasting.delete(method);
  }

  /** The fault for this call, if one is planned, which is removed unless it lasts. */
  take(call: FaultyCall): Fault | undefined {
    const fault =
      this.#planned.get(call.method)?.shift() ??
      this.#lasting.get(call.method) ??
      this.#lasting.get(placed(call));
    return fault?.ofBlocks && !call.hasBlocks ? undefined : fault;
  }
}
