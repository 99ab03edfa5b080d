import Table from 'cli-table3';
import pc from 'picocolors';

/** An empty table for a terminal, under these headings. */
export const newTable = (head: string[]): Table.Table =>
  new Table({
    head,
    style: { head: [], border: pc.isColorSupported ? ['grey'] : [], compact: true },
  });
