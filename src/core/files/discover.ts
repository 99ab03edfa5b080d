import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Imports every module in a folder and returns the default exports, by file name. So a new chart kind or file
 * format is one new file, a new question one new folder, and no list has to name it.
 *
 * @param folder the folder's URL, written `new URL('./kinds/', import.meta.url)` with a plain text, by which
 * the build finds the modules too
 * @param module the module to import from each subfolder (`question`); without it, the files of the folder
 * itself
 * @throws Error if a module has no default export
 */
export async function discover<T>(folder: URL, module?: string): Promise<T[]> {
  const entries = readdirSync(fileURLToPath(folder), { withFileTypes: true });
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const files = entries
    .filter(entry => entry.isDirectory() === (module !== undefined))
    .map(entry => (module === undefined ? entry.name : `${entry.name}/${module}.${extension}`))
    .filter(name => /\.(ts|js)$/.test(name) && !/\.(d|test)\.(ts|js)$/.test(name))
    .sort();
  const modules = await Promise.all(
    files.map(name => import(new URL(name, folder).href) as Promise<{ default?: T }>),
  );
  return modules.map((module, i) => {
    if (module.default === undefined)
      throw new Error(`${files[i]} in ${folder.pathname} has no default export`);
    return module.default;
  });
}
