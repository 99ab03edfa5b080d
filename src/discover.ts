import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The default exports of every module in a folder, in the order of the file names. This is what makes a new
 * question, chart kind or file format one new file: nothing else has to name it.
 *
 * @param folder the folder's URL, `new URL('./kinds/', import.meta.url)`
 */
export async function discover<T>(folder: URL): Promise<T[]> {
  const files = readdirSync(fileURLToPath(folder))
    .filter(name => /\.(ts|js)$/.test(name) && !name.endsWith('.d.ts'))
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
