/**
 * The walls that are no matter of one import: what is read in each file's syntax tree, and what all imports
 * together make. Those between rooms are in .dependency-cruiser.mjs. `npm run walls` checks both.
 *
 * A wall that `holds` fails the check when it is broken; one that is `planned` only lists what is left to
 * mend.
 */
export const WALLS = states({
  /** No statement, no part of one and no call of a query builder outside src/store. */
  'no-sql-outside-store': 'holds',
  /** Repositories are handed out, not the connection: nothing outside src/store touches a store's `db`. */
  'no-connection-outside-store': 'holds',
  /** Only src/store/engine opens a database; others import no more than the types of Knex. */
  'connection-opened-by-engine': 'holds',
  /**
   * Modules that are loaded by a URL, `import(new URL('./x.ts', import.meta.url).href)`, make no cycle
   * either.
   */
  'no-loaded-cycles': 'holds',
  /** Nobody loads the playground by a URL but its loader. */
  'playground-has-one-loader': 'holds',
  /** No cycle of rooms, the folders at the top of src. */
  'no-room-cycles': 'holds',
  /** No cycle of the folders one level below, and of the files that lie beside them. */
  'no-folder-cycles': 'holds',
  /** The playground's page runs in a browser: it imports its own folder, packages, and types. */
  'page-stands-alone': 'holds',
});

export type Wall = keyof typeof WALLS;

function states<Name extends string>(walls: Record<Name, 'holds' | 'planned'>) {
  return walls;
}

/** Loads the playground, which wraps a surface in turn: the one way back that is meant. */
export const PLAYGROUND_LOADER = 'src/surfaces/cli/open-playground.ts';
