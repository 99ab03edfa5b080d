import type { RoleKey } from '../role.js';

/**
 * Header words of sales files in one language, by what they are for. Only the usual ones: the languages of
 * roles.ts (English, German, French, Spanish, Portuguese) are not here.
 */
export type HeaderWords = Readonly<Partial<Record<RoleKey, string>>>;
