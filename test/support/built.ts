import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What build-setup.ts compiles. */
export const BUILD = join(ROOT, '.test-build');

/** A source file as it was compiled, by its path from the top: `test/support/digest-child.ts`. */
export const built = (path: string): string => join(BUILD, path.replace(/\.ts$/, '.js'));

/** The command line. */
export const MAIN = built('src/surfaces/cli/main.ts');
