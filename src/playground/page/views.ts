/** What is shown: a channel, one's conversation with the bot, or the Home tab. */
export type View = 'channel' | 'direct' | 'home';

export const TITLES: Readonly<Record<View, string>> = {
  channel: '# sales',
  direct: 'Shopkeeper: messages',
  home: 'Shopkeeper: Home',
};
