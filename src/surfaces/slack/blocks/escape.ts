/**
 * Escapes what comes from a file or a person for mrkdwn, by Slack's rule: `&`, `<` and `>` are all that can start
 * a mention or a link, so a customer named `<!channel>` pings nobody.
 */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a person typed, as they typed it: Slack sends the same three characters escaped. */
export const unescapeTyped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
