import { ShopkeeperError } from '../../core/errors.js';

const TIME = String.raw`(\d{1,2})(?:[:.h](\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?(?![\w:])`;
/** `when fresh until 11:00`, `once the data is fresh, by 11am`, `if fresh 11:00 at the latest`. */
const SAID = new RegExp(
  [
    String.raw`(?<!\S)(?:only\s+)?(?:when|once|if|as soon as)\s+`,
    String.raw`(?:(?:the\s+)?(?:data|it|sources?)\s+(?:is|are)\s+)?(?:fresh|complete),?\s*`,
    String.raw`(?:until|till|by|but|at)?\s*(?:by|at)?\s*(?:the latest(?:\s+(?:at|by))?)?\s*${TIME}`,
    String.raw`(?:\s*at the latest)?`,
  ].join(''),
  'i',
);
const FRESH = /(?<!\S)(?:only\s+)?(?:when|once|if|as soon as)\s+(?:(?:the\s+)?data\s+is\s+)?fresh\b/i;
const OPTION = /(?<!\S)fresh:(\d{1,2}):(\d{2})(?!\S)/i;
const EXAMPLE = 'For example: monday 8:00 when fresh until 11:00';

/**
 * Writes `when fresh until 11:00` as the option that it is: `fresh:11:00`.
 * @throws ShopkeeperError if it does not say until when
 */
export function withFreshOption(text: string): string {
  const said = SAID.exec(text);
  if (!said) {
    if (FRESH.test(text)) throw new ShopkeeperError('Until when is it to wait for fresh data?', EXAMPLE);
    return text;
  }
  const [all, hours = '', minutes = '00', half = ''] = said;
  const isPm = /^p/i.test(half);
  const hour = (Number(hours) % (half === '' ? 24 : 12)) + (isPm ? 12 : 0);
  if (Number(hours) > 23 || Number(minutes) > 59)
    throw new ShopkeeperError(`"${all.trim()}" has no time of day.`, EXAMPLE);
  return text.replace(all, ` fresh:${hour}:${minutes} `).trim();
}

/** Until when of its day a digest waits for fresh data, minutes; undefined if it does not. */
export function freshUntilIn(request: string): number | undefined {
  const [, hours, minutes] = OPTION.exec(request) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
