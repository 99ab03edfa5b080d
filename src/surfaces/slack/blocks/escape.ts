/** A word joiner: invisible, and no white space. */
const JOINER = '\u2060';
/** A span of code, in which Slack formats nothing, or a character that could start or end a format. */
const CODE_OR_FORMAT = /`[^`\n]+`|(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/gu;

/**
 * Escapes text from a file or a person for mrkdwn. By Slack's rule only `&`, `<` and `>` can start a mention
 * or a link, so that a customer named `<!channel>` notifies nobody. For `*`, `_` and `~` Slack has no escape:
 * invisible characters around them keep them from formatting what stands between two of them.
 */
export const escapeMrkdwn = (text: string): string =>
  escapeReferences(
    text.replace(CODE_OR_FORMAT, found => (found.length > 1 ? found : `${JOINER}${found}${JOINER}`)),
  );

/** Escapes text that stands in code format, where nothing else has a meaning. */
export const escapeReferences = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Whether Slack could format a part of this text, if it were sent as mrkdwn. */
export const couldBeFormatted = (text: string): boolean =>
  [...text.matchAll(CODE_OR_FORMAT)].some(([found]) => found.length === 1);

/** Restores the text that a person typed: Slack sends the same three characters escaped. */
export const unescapeTyped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
