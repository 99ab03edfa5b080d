import type { Shopkeeper } from '../app/shopkeeper.js';
import { filterText } from '../core/query/query-text.js';
import { shopNames, valuesOf } from '../query/describe.js';
import type { Workspace } from './slack-stand-in/workspace.js';

/** A channel whose answers are of a part of the shop. */
export interface PartChannel {
  readonly id: string;
  /** The filter, as an access file has it: `country:Germany`. */
  readonly scope: string;
}

const FIELD = 'country';
/** Slack's limit of a channel's name. */
const LONGEST_NAME = 80;

/**
 * Makes a channel for the country that the shop sells most to.
 * @returns undefined if the shop sells to one country, or its data has none
 */
export async function openPartChannel(
  workspace: Workspace,
  { shop }: Pick<Shopkeeper, 'shop'>,
): Promise<PartChannel | undefined> {
  const value = await shop.read(async view => {
    if (!(await shopNames(view)).fields.some(({ key }) => key === FIELD)) return undefined;
    const { count, values } = await valuesOf(FIELD, 1, undefined, view);
    return count > 1 ? values[0] : undefined;
  });
  if (value === undefined) return undefined;
  const name = value
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (name === '' || workspace.channels.some(channel => channel.name === name)) return undefined;
  const id = await workspace.addChannel(name.slice(0, LONGEST_NAME));
  return { id, scope: filterText({ field: FIELD, values: [value] }) };
}
