import { createRequire } from 'node:module';
import { axisLabel, theme } from './theme.js';

const require = createRequire(import.meta.url);
const { createCanvas } = require('canvas') as typeof import('canvas');

const MOST_LINES = 3;
const ELLIPSIS = '…';

/** What measures text; made once, since a canvas has memory outside the heap. */
const ruler = createCanvas(1, 1).getContext('2d');

/** The width of a text in CSS pixels, in a font as the canvas takes it: `bold 21px Inter`. */
export function textWidth(text: string, font: string): number {
  ruler.font = font;
  return ruler.measureText(text).width;
}

/** The width for headings: the canvas without the padding of the chart on both sides. */
const ROOM = theme.width - 2 * 26;

/** The lines of a chart's title. */
export const titleLines = (title: string): string[] =>
  wrapped(title, `bold ${theme.font.title}px ${theme.font.family}`, ROOM);

/** The lines of a chart's subtitle. */
export const subtitleLines = (subtitle: string): string[] =>
  wrapped(subtitle, `${theme.font.subtitle}px ${theme.font.family}`, ROOM);

/** Breaks a text into lines that fit a width, at most three of them; Chart.js does not wrap. */
function wrapped(text: string, font: string, width: number): string[] {
  const fits = (line: string) => textWidth(line, font) <= width;
  const lines: string[] = [];
  for (const word of axisLabel(text, 400).split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(fits(word) ? word : cutToFit(word, fits));
  }
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), cutToFit(`${lines[MOST_LINES - 1]}${ELLIPSIS}`, fits)];
}

/** A text, or its beginning with an ellipsis if it is wider than there is room. */
export const fitted = (text: string, font: string, width: number): string =>
  cutToFit(text, line => textWidth(line, font) <= width);

function cutToFit(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text;
  const characters = [...text.replace(/…$/, '')];
  while (characters.length > 1 && !fits(`${characters.join('').trimEnd()}${ELLIPSIS}`)) characters.pop();
  return `${characters.join('').trimEnd()}${ELLIPSIS}`;
}
