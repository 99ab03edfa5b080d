import type { Breach } from './breach.js';
import { WALLS, type Wall } from './rules.js';
import { type Node, type Source, walk } from './tree.js';

/** A statement, or a part of one that a query builder is handed. */
const SQL = new RegExp(
  [
    String.raw`\bselect\s[\s\S]*\sfrom\b`,
    String.raw`\binsert\s+into\s`,
    String.raw`\bupdate\s+[\w"]+\s+set\s`,
    String.raw`\bdelete\s+from\s`,
    String.raw`\b(create|drop|alter)\s+(temporary\s+|unique\s+)*(table|index|view)\s`,
    String.raw`\b(count|sum|min|max|coalesce)\((\*|\w+\.\w+|"\w+")`,
    String.raw`^\s*pragma\s+\w`,
  ].join('|'),
  'i',
);
/** Methods of Knex that no other thing has. */
const KNEX_METHOD =
  /^(raw|\w+Raw|where[A-Z]\w*|(and|or)Where\w*|onConflict|(left|inner|cross)Join|(increment|pluck|truncate))$/;
const DATABASE_PACKAGES = ['knex', 'pg', 'mysql2', 'sqlite3'];
/** Reads the databases of others, with which the store has nothing to do. */
const OTHERS_DATABASES = 'src/sources/sql/';

/**
 * What is broken in one file: SQL or a query outside the store, a use of its connection, a driver that is
 * opened elsewhere than in its engine, a page that needs the server's code.
 */
export function sourceBreaches({ file, tree, lineOf }: Source): Breach[] {
  const breaches: Breach[] = [];
  walk(tree, node => {
    for (const [wall, what] of found(node, file)) {
      const at = node.span ? `${file}:${lineOf(node.span.start)}` : file;
      breaches.push({ wall, holds: WALLS[wall] !== 'planned', at, what });
    }
  });
  return breaches;
}

function* found(node: Node, file: string): Generator<[Wall, string]> {
  if (!file.startsWith('src/store/') && !file.startsWith(OTHERS_DATABASES)) {
    const text = textOf(node);
    if (text !== undefined && SQL.test(text)) yield ['no-sql-outside-store', shortened(text)];
    const method = node.type === 'CallExpression' ? calledMethod(node) : undefined;
    if (method && KNEX_METHOD.test(method)) yield ['no-sql-outside-store', `calls .${method}()`];
    if (node.type === 'MemberExpression' && node.property?.value === 'db')
      yield ['no-connection-outside-store', 'uses .db'];
  }
  const source = node.type === 'ImportDeclaration' ? node.source?.value : undefined;
  if (source === undefined) return;
  const opensDatabases = file.startsWith('src/store/engine/') || file.startsWith(OTHERS_DATABASES);
  if (DATABASE_PACKAGES.includes(source) && !opensDatabases && !isTypeOnly(node))
    yield ['connection-opened-by-engine', `imports ${source}, not only its types`];
  if (file.endsWith('.tsx') && source.startsWith('../') && !isTypeOnly(node))
    yield ['page-stands-alone', `imports ${source}`];
}

/** Every specifier may say `type`, or the whole import. */
const isTypeOnly = (node: Node) =>
  node.typeOnly === true ||
  (node.specifiers !== undefined && node.specifiers.length > 0 && node.specifiers.every(s => s.isTypeOnly));

function textOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral' && typeof node.value === 'string') return node.value;
  return node.type === 'TemplateElement' && typeof node.raw === 'string' ? node.raw : undefined;
}

const calledMethod = (node: Node): string | undefined => {
  const name = node.callee?.type === 'MemberExpression' ? node.callee.property?.value : undefined;
  return typeof name === 'string' ? name : undefined;
};

const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 57)}...` : line}"`;
};
