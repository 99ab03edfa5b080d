import type { Command } from 'commander';
import { openShopkeeper } from '../../../app/shopkeeper.js';
import { configOfApp, logger, run } from '../run.js';

export function addMcp(program: Command): void {
  program
    .command('mcp')
    .description('serve questions to a chat model over the Model Context Protocol (docs/mcp.md)')
    .action(() =>
      run(async () => {
        const config = configOfApp();
        const shopkeeper = await openShopkeeper(config, logger(config.LOG_LEVEL, config.LOG_FORMAT));
        try {
          // Loaded only here, as no other command needs the protocol's packages.
          const { serveMcp } = await import('../../mcp/serve.js');
          await serveMcp(shopkeeper);
        } finally {
          await shopkeeper.close();
        }
      }),
    );
}
