import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { OpenPlayground } from '../../app/playground-contract.js';
import { ShopkeeperError } from '../../core/errors.js';

const playgroundModule = z.object({
  openPlayground: z.custom<OpenPlayground>(value => typeof value === 'function'),
});

/**
 * Loads the playground. The production build must not contain it, so its path is computed, where the compiler
 * cannot follow it. It exists beside the source files only.
 * @throws ShopkeeperError in a production build, or without the development packages
 */
export async function loadPlayground(): Promise<OpenPlayground> {
  const source = new URL('../../playground/playground.ts', import.meta.url);
  if (!existsSync(source))
    throw new ShopkeeperError(
      'The playground is not part of the production build.',
      'Run npm ci && npm run demo in a checkout, or add --once to see the demo without the playground.',
    );
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
