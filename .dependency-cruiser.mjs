/**
 * The walls between the rooms of src, as rules of dependency-cruiser: `npm run walls` checks them, and those of
 * walls/rules.ts that are no imports.
 * `$1` is the first group of `from.path`.
 */
const HOLDS = 'error';

const INSIDE = '^src/';
const DATABASE_PACKAGES = '(^|/)(knex|pg|mysql2|sqlite3)(/|$)';
const COMPUTES = '^src/(?!surfaces/|playground/)';
/** Loads the playground for `demo`, in a checkout with the development packages. */
const PLAYGROUND_LOADER = 'src/surfaces/cli/open-playground.ts';

/** From the bottom up: a room may import those before it. */
const ROOMS = [
  ...'core models store ingest measures segments charts answering query analyses language access'.split(' '),
  ...'jobs digest sources config app surfaces'.split(' '),
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  ...ROOMS.slice(0, -1).map((room, i) => ({
    name: 'rooms-in-order',
    severity: HOLDS,
    comment: `src/${room} imports no room that comes after it: ${ROOMS.join(', ')}.`,
    from: { path: `^src/${room}/` },
    to: { path: `^src/(${ROOMS.slice(i + 1).join('|')})/` },
  })),
  {
    name: 'knex-only-in-store',
    severity: HOLDS,
    comment:
      'Only src/store imports Knex or a database driver; ask one of its repositories. ' +
      'Databases of others are read by src/sources/sql.',
    from: { path: INSIDE, pathNot: ['^src/store/', '^src/sources/sql/'] },
    to: { path: DATABASE_PACKAGES },
  },
  {
    name: 'columns-have-one-door',
    severity: HOLDS,
    comment: 'Nothing outside src/store/columns imports another file of it than index.ts.',
    from: { path: INSIDE, pathNot: '^src/store/columns/' },
    to: { path: '^src/store/columns/(?!index[.]ts$)' },
  },
  {
    name: 'lines-have-one-door',
    severity: HOLDS,
    comment: 'Lines may be in another engine than the columns: all others ask src/store/lines/index.ts.',
    from: { path: INSIDE, pathNot: '^src/store/(lines|columns)/' },
    to: { path: ['^src/store/columns/', '^src/store/lines/(?!index[.]ts$)'] },
  },
  {
    name: 'connection-stays-in-store',
    severity: HOLDS,
    comment: 'Only src/store imports the connection, bulk writes and dialects; others hand on a transaction.',
    from: { path: INSIDE, pathNot: '^src/store/' },
    to: { path: '^src/store/engine/(connection|bulk|dialect)' },
  },
  {
    name: 'engine-knows-no-tables',
    severity: HOLDS,
    comment: 'src/store/engine knows no table, no column and no scope.',
    from: { path: '^src/store/engine/' },
    to: { path: '^src/store/(tables|columns|lines|scope)/' },
  },
  {
    name: 'tables-know-no-columns',
    severity: HOLDS,
    comment: 'Repositories of tables know no columns and no scope.',
    from: { path: '^src/store/tables/' },
    to: { path: '^src/store/(columns|lines|scope)/' },
  },
  {
    name: 'columns-know-no-scope',
    severity: HOLDS,
    comment: 'The columns know nothing of the folders that add them up.',
    from: { path: '^src/store/(columns|lines)/' },
    to: { path: '^src/store/scope/' },
  },
  {
    name: 'core-stands-alone',
    severity: HOLDS,
    comment: 'src/core imports nothing of ours.',
    from: { path: '^src/core/' },
    to: { path: '^src/(?!core/)' },
  },
  {
    name: 'models-know-no-shop',
    severity: HOLDS,
    comment: 'src/models imports nothing of ours but src/core: numbers in, numbers out.',
    from: { path: '^src/models/', pathNot: '[.]test[.]ts$' },
    to: { path: '^src/(?!(core|models)/)' },
  },
  {
    name: 'analyses-stand-alone',
    severity: HOLDS,
    comment: 'An analysis does not import another; share through answering, measures or segments.',
    from: { path: '^src/analyses/([^/]+)/([^/]+)/' },
    to: { path: '^src/analyses/[^/]+/[^/]+/', pathNot: '^src/analyses/$1/$2/' },
  },
  {
    name: 'surfaces-are-last',
    severity: HOLDS,
    comment: 'Nobody imports a surface, but the playground, which wraps src/surfaces/slack.',
    from: { path: INSIDE, pathNot: '^src/(surfaces|playground)/' },
    to: { path: '^src/surfaces/' },
  },
  {
    name: 'playground-wraps-slack-only',
    severity: HOLDS,
    comment: 'The playground imports no surface but src/surfaces/slack.',
    from: { path: '^src/playground/' },
    to: { path: '^src/surfaces/(?!slack/)' },
  },
  {
    name: 'surfaces-stand-alone',
    severity: HOLDS,
    comment:
      'Slack and MCP import no other surface; the command line starts them, and its doctor checks them.',
    from: { path: '^src/surfaces/(slack|mcp)/' },
    to: { path: '^src/surfaces/', pathNot: '^src/surfaces/$1/' },
  },
  {
    name: 'computing-knows-no-slack',
    severity: HOLDS,
    comment: 'Only the surfaces and the playground import @slack/*.',
    from: { path: COMPUTES },
    to: { path: ['(^|/)@slack/', '^src/surfaces/'] },
  },
  {
    name: 'playground-is-not-shipped',
    severity: HOLDS,
    comment: `Nobody imports the playground but its loader, ${PLAYGROUND_LOADER}.`,
    from: { path: INSIDE, pathNot: ['^src/playground/', `^${PLAYGROUND_LOADER}$`] },
    to: { path: '^src/playground/' },
  },
  {
    name: 'no-tests-in-source',
    severity: HOLDS,
    comment: 'The source imports nothing of test/ or walls/; tests that lie in it do.',
    from: { path: INSIDE, pathNot: '[.]test[.]ts$' },
    to: { path: '^(test|walls)/' },
  },
  {
    name: 'no-import-cycles',
    severity: HOLDS,
    comment: 'No cycle of files, type-only and dynamic imports included.',
    from: { path: INSIDE },
    to: { circular: true },
  },
];

/**
 * TypeScript 7 has no compiler interface that dependency-cruiser could use, so SWC parses. It takes no JSX in that
 * role: files with JSX are left out, and `page-stands-alone` in walls/rules.ts looks after them.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden,
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.]tsx$' },
  },
};
