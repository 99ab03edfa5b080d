import type { RoleKey } from '../roles.js';

/** A column that the currencies of a file make something. */
export interface TakenColumn {
  readonly role: RoleKey;
  readonly column: number;
  readonly reason: string;
}
