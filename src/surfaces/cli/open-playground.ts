import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { OpenPlayground } from '../../app/playground-contract.js';
import { ShopkeeperError } from '../../core/errors.js';

const playgroundModule = z.object({
  openPlayground: z.custom<OpenPlayground>(value => typeof value === 'function'),
});

/**
 * Loads the playground; undefined in a production build. That must not contain it, so its path is computed,
 * where the compiler cannot follow it. It exists beside the source files only.
 * @throws ShopkeeperError without the development packages
 */
export async function loadPlayground(): Promise<OpenPlayground | undefined> {
  const source = new URL('../../playground/playground.ts', import.meta.url);
  if (!existsSync(source)) return undefined;
  try {
    return playgroundModule.parse(await import(source.href)).openPlayground;
  } catch (error) {
    throw new ShopkeeperError(
      'The playground needs the development packages.',
      'Run npm ci in a checkout, then npm run demo.',
      { cause: error },
    );
  }
}
