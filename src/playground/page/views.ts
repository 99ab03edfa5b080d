import type { PageChannel } from './state.js';

/** What is shown: a channel by its place in the list, one's conversation with the bot, or the Home tab. */
export type View = number | 'direct' | 'home';

/** All that can be shown. */
export const viewsOf = (channels: readonly PageChannel[]): readonly View[] => [
  ...channels.keys(),
  'direct',
  'home',
];

/** What a view is called. */
export function titleOf(view: View, channels: readonly PageChannel[]): string {
  if (view === 'direct') return 'Shopkeeper: messages';
  if (view === 'home') return 'Shopkeeper: Home';
  return `# ${channels[view]?.name ?? ''}`;
}

/** What is to be known of it. */
export function noteOf(view: View, channels: readonly PageChannel[]): string {
  const scope = typeof view === 'number' ? channels[view]?.scope : undefined;
  return scope === undefined ? 'Shopkeeper playground' : `Answers here are of ${scope} alone`;
}
