import type { z } from 'zod';

/** A line of an order as its source has it. Amounts and quantities are decimals as text: `12.50`. */
export interface SourceLine {
  /** When it was sold or came back: an instant with its offset (ISO 8601), or a day of the shop. */
  readonly at: string;
  readonly product: string | null;
  readonly category?: string | null;
  /** Below zero for what came back. */
  readonly quantity: string;
  /** After discounts, without tax and shipping; below zero for a refund. */
  readonly amount: string;
  readonly isReturn: boolean;
  readonly discount?: string | null;
  readonly tax?: string | null;
}

/** Who bought, as the source knows them. */
export interface SourceCustomer {
  readonly id?: string | null;
  readonly email?: string | null;
  readonly name?: string | null;
  readonly postcode?: string | null;
}

/** A whole order as it is now: what is not in it, is not in the order any more. */
export interface SourceOrder {
  /** As the shop calls it. */
  readonly key: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly customer: SourceCustomer | null;
  readonly status?: string | null;
  readonly country?: string | null;
  readonly city?: string | null;
  readonly channel?: string | null;
  /** The branch, shop or till place where it was sold. */
  readonly location?: string | null;
  readonly lines: readonly SourceLine[];
  /** Of a payment: what the order that was paid may be called in the shop. */
  readonly references?: readonly string[];
  /** Why the source itself could not make sense of the order: it is set aside. */
  readonly unreadable?: string;
}

/** Some of what a source has, and how far it was read with that. */
export interface Page {
  readonly orders: readonly SourceOrder[];
  /** Keys of orders that are not there any more, or do not count any more. */
  readonly gone: readonly string[];
  /** What `changes` is called with next time, if no page follows: plain JSON. */
  readonly state: unknown;
}

/** What a check of a source found. */
export interface SourceCheck {
  /** ISO 4217, if the source says so. */
  readonly currency?: string;
  /** The IANA time zone of its days, if the source says so: it must be the shop's. */
  readonly zone?: string;
  /** Whether the zone is only its server's, since its times do not say theirs: the option zone= does. */
  readonly isZoneAssumed?: boolean;
  /** How far its clock is ahead of ours, milliseconds, if it shows one. */
  readonly clockAheadMs?: number;
  /** Whether a write was tried and refused. */
  readonly isReadOnly?: boolean;
  /** What was found, in a sentence each. */
  readonly findings: readonly string[];
}

/** A source of whole orders. */
export interface OrderSource {
  readonly gives: 'orders';
  /** Looks whether it can be read, and by whom; stores nothing. @throws SourceError */
  check(signal: AbortSignal): Promise<SourceCheck>;
  /**
   * What has changed since a state, the oldest change first. It may give orders that have not changed.
   * @param state undefined the first time
   * @throws SourceError
   */
  changes(state: unknown, signal: AbortSignal): AsyncIterable<Page>;
  /**
   * Every order that has a line from a day on; of all days unless given. Their state is not kept.
   * @param since ISO date
   */
  everything(since: string | undefined, signal: AbortSignal): AsyncIterable<Pick<Page, 'orders'>>;
  /**
   * The first day whose orders it shows, if it hides older ones: those that it does not show are not gone.
   * @returns ISO date
   */
  firstDay?(signal: AbortSignal): Promise<string | undefined>;
  /** Changes up to so long before a run began may come to light only later, milliseconds. */
  readonly overlapMs: number;
}

/** A file that a source has. */
export interface ArrivedFile {
  /** As people know it. */
  readonly name: string;
  /** Tells one state of the file from another: size and time, or an ETag. */
  readonly version: string;
  /**
   * Where it lies on this machine; fetched if need be. Undefined if it is not whole yet, or has not changed.
   */
  fetch(signal: AbortSignal): Promise<string | undefined>;
  /** Called with what came of it. @param report what was loaded, or why it was refused */
  done?(outcome: 'loaded' | 'refused', report: string): Promise<void>;
  /** Called in any case, at last. */
  release?(): Promise<void>;
}

/** The files that a source has had, by name. */
export type KnownFiles = ReadonlyMap<string, { readonly version: string; readonly outcome: string }>;

/** A source of files, which are read as `shopkeeper ingest` reads them. */
export interface FileSource {
  readonly gives: 'files';
  check(signal: AbortSignal): Promise<SourceCheck>;
  /** Its files in the order in which they are to be loaded. @throws SourceError */
  files(known: KnownFiles, signal: AbortSignal): Promise<readonly ArrivedFile[]>;
}

export type Source = OrderSource | FileSource;

/** What a source is opened with. */
export interface SourceContext {
  readonly now: () => Date;
  /** A secret by where it is: `env:NAME` or `file:PATH`. @throws SourceError if there is none */
  readonly secret: (where: string) => Promise<string>;
  /** A folder of its own, for files that are fetched. */
  readonly folder: string;
  /** The largest file that is taken (the setting `limit=`), bytes. */
  readonly mostBytes: number;
  /** Waits; ends early if the signal says so. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** A kind of source: one file in `kinds`. */
export interface SourceKind {
  readonly name: string;
  /** What it reads, in a few words. */
  readonly summary: string;
  /** It gives payments: where a shop's orders are in the store, they are matched with them and not added. */
  readonly isPayments?: boolean;
  /** What it needs to know, as texts. */
  readonly settings: z.ZodType<Readonly<Record<string, string | undefined>>>;
  readonly open: (settings: Readonly<Record<string, string | undefined>>, context: SourceContext) => Source;
}
