import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** A node of SWC's tree, with the few fields that are looked at. */
export interface Node {
  readonly type: string;
  readonly span?: { readonly start: number };
  readonly value?: unknown;
  readonly raw?: unknown;
  readonly source?: { readonly value: string };
  readonly typeOnly?: boolean;
  readonly specifiers?: readonly { readonly isTypeOnly?: boolean }[];
  readonly callee?: Node;
  readonly property?: Node;
  readonly arguments?: readonly { readonly expression: Node }[];
}

/** A file of the project and its syntax tree. */
export interface Source {
  /** From the top of the project. */
  readonly file: string;
  readonly text: string;
  readonly tree: unknown;
  /** The line, counted from 1, of a place in the tree. */
  lineOf(start: number): number;
}

/**
 * Parses a file.
 * @param root the top of the project
 * @param file from there
 */
export function readSource(root: string, file: string): Source {
  const text = readFileSync(join(root, file), 'utf8');
  const tree = parseSync(text, { syntax: 'typescript', tsx: file.endsWith('.tsx'), target: 'es2022' });
  return { file, text, tree, lineOf: lineFinder(text, tree.span.start) };
}

/** Visits every node of a tree, from the outside in. */
export function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const part of value) walk(part, visit);
  else if (isObject(value)) {
    if (isNode(value)) visit(value);
    for (const part of Object.values(value)) walk(part, visit);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isNode = (value: object): value is Node => 'type' in value && typeof value.type === 'string';

/**
 * SWC counts bytes of UTF-8, on from where the file before ended; a tree begins at its first statement, after
 * the comments at the top.
 */
function lineFinder(text: string, treeStart: number): (start: number) => number {
  const bytes = Buffer.from(text);
  const skipped = Buffer.byteLength(/^(\s|\/\*[\s\S]*?\*\/|\/\/.*)*/.exec(text)?.[0] ?? '');
  return start => {
    let lines = 1;
    for (let i = 0; i < start - treeStart + skipped && i < bytes.length; i++) if (bytes[i] === 10) lines++;
    return lines;
  };
}
