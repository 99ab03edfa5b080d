/**
 * Escapes text from a file or a person for mrkdwn. By Slack's rule only `&`, `<` and `>` can start a mention
 * or a link, so that a customer named `<!channel>` notifies nobody.
 */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Restores the text that a person typed: Slack sends the same three characters escaped. */
export const unescapeTyped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
