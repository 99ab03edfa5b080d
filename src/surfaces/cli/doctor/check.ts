/** The result of one check of an installation. */
export interface CheckResult {
  readonly state: 'ok' | 'problem' | 'note';
  readonly message: string;
  /** How to fix it. */
  readonly fix?: string;
  /** The error behind it, for debugging. */
  readonly cause?: unknown;
}

/** Where to find the details of an error that is not shown. */
export const DETAILS = 'LOG_LEVEL=debug shows the details.';
