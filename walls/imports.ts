import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ICruiseResult } from 'dependency-cruiser';
import type { Breach } from './breach.js';

const run = promisify(execFile);

/** One import, both ends as paths from the top of the project. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

export interface Imports {
  readonly breaches: readonly Breach[];
  /** Between files of src: static, dynamic with a literal path, and type-only imports. */
  readonly edges: readonly Import[];
}

/**
 * Reads the imports of everything in `src` and holds them against the rules of .dependency-cruiser.mjs. It
 * runs in a process of its own, which takes the rules by their relative paths.
 * @param root the top of the project
 */
export async function readImports(root: string): Promise<Imports> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const { stdout, stderr } = await run(process.execPath, args, { cwd: root, maxBuffer: 1 << 28 }).catch(
    // It ends with the number of broken rules.
    (error: { stdout: string; stderr: string }) => error,
  );
  if (!stdout) throw new Error(`dependency-cruiser failed: ${stderr}`);
  return read(JSON.parse(stdout) as ICruiseResult);
}

function read(result: ICruiseResult): Imports {
  const breaches = result.summary.violations.map(v => ({
    wall: v.rule.name,
    holds: v.rule.severity === 'error',
    at: v.from,
    what: v.cycle ? [v.from, ...v.cycle.map(step => step.name)].join(' > ') : `imports ${v.to}`,
  }));
  const edges = result.modules.flatMap(module =>
    module.dependencies
      .filter(d => module.source.startsWith('src/') && d.resolved.startsWith('src/'))
      .map(d => ({ from: module.source, to: d.resolved })),
  );
  return { breaches, edges };
}
