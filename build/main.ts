/** `npm run build`: the program as it is shipped, in `dist`. */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildInto } from './build.js';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

await rm(DIST, { recursive: true, force: true });
await buildInto(DIST);
