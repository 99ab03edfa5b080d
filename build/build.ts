import { readdirSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type PluginBuild } from 'esbuild';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** The command line, and what is started as a thread or a process by its path. */
const PROGRAM = /^surfaces\/cli\/main\.ts$|\/(worker|program)\.ts$/;
/** Files that are read when the program runs. */
const DATA = 'src/segments/maps/shipped';

/**
 * Compiles the program into a folder and joins its thousand modules into some forty files: Node takes a second
 * to find and load a thousand. Packages stay as npm installs them; the playground is not part of a build.
 * @param further files, relative to the top, to be compiled with the program's own modules
 * @returns the files that were written, relative to the folder
 */
export async function buildInto(folder: string, further: readonly string[] = []): Promise<readonly string[]> {
  const sources = await readdir(join(ROOT, 'src'), { recursive: true });
  const programs = sources.filter(file => PROGRAM.test(file)).map(file => `src/${file}`);
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [...programs, ...further],
    outdir: folder,
    outbase: ROOT,
    chunkNames: 'src/joined-[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
    banner: { js: topOf(basename(folder)) },
    plugins: [{ name: 'places', setup: keepPlaces }],
  });
  await cp(join(ROOT, DATA), join(folder, DATA), { recursive: true });
  return Object.keys(metafile.outputs).map(file => relative(folder, join(ROOT, file)));
}

/** Code that finds the folder of the build, whichever of its files it stands in. */
function topOf(name: string): string {
  const end = `import.meta.url.lastIndexOf('/${name}/') + ${name.length + 2}`;
  return `const TOP_OF_BUILD = import.meta.url.slice(0, ${end});`;
}

/** Modules know their own place by `import.meta.url`, which is another one once they are joined. */
function keepPlaces({ onLoad }: PluginBuild): void {
  onLoad({ filter: /[\\/](src|migrations|seeds|test)[\\/].*\.ts$/ }, async ({ path }) => {
    const source = await readFile(path, 'utf8');
    if (!source.includes('import.meta.url')) return undefined;
    const place = JSON.stringify(relative(ROOT, path).replace(/\.ts$/, '.js'));
    return {
      contents: withImports(source, path).replaceAll('import.meta.url', `(TOP_OF_BUILD + ${place})`),
      loader: 'ts',
      resolveDir: dirname(path),
    };
  });
}

/** A call of `discover` as the sources have it (src/core/files/discover.ts): folder and module. */
const DISCOVER = /\bdiscover<\w+>\(new URL\('([^']+)', import\.meta\.url\)(?:, '(\w+)')?\)/g;

/** Modules that are discovered in a folder are imported by name, so that they are joined with the others. */
function withImports(source: string, path: string): string {
  const imports: string[] = [];
  const contents = source.replace(DISCOVER, (_, folder: string, module?: string) => {
    const names = modulesIn(join(dirname(path), folder), module).map(file => {
      const name = `discovered_${imports.length}`;
      imports.push(`import ${name} from ${JSON.stringify(`${folder}${file}`)}; `);
      return name;
    });
    return `Promise.resolve([${names.join(', ')}])`;
  });
  if (/\bdiscover(<\w+>)?\(new URL/.test(contents))
    throw new Error(`${path}: the build cannot tell which folder is discovered.`);
  return imports.join('') + contents;
}

const modulesIn = (folder: string, module: string | undefined): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() === (module !== undefined))
    .map(entry => (module === undefined ? entry.name : `${entry.name}/${module}.ts`))
    .filter(name => name.endsWith('.ts') && !/\.(d|test)\.ts$/.test(name))
    .sort();
