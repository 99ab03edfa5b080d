/**
 * How every chart looks. Slack shows an image some 400 pixels wide, about half of this width, so type is
 * large for the canvas; pixels are doubled so that it stays sharp when opened.
 */
export const theme = {
  width: 690,
  height: 430,
  pixelRatio: 2,
  font: { family: 'Inter, "DejaVu Sans"', base: 15, title: 21, subtitle: 14 },
  colour: {
    background: '#ffffff',
    title: '#1d1c1d',
    text: '#454245',
    faint: '#76747a',
    grid: '#ececee',
    /** For figures without a colour of their own; blue suits all kinds of colour vision. */
    main: '#0b6fb8',
    /** The same, for what stands behind the first. */
    second: '#5b9fd0',
    /** For periods that are not over. */
    muted: '#b9d3e8',
    /** What shrank, and what lies below. */
    down: '#c2553a',
    /** What a line over the bars says: an average, a running sum. */
    line: '#c77d0a',
    /** Parts of a whole, for all kinds of colour vision (Okabe and Ito, some darkened); the last: others. */
    parts: ['#0b6fb8', '#e69f00', '#0a9a72', '#cc79a7', '#56b4e9', '#d55e00', '#8a8790'],
  },
} as const;

/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [number, number, number];

/** The parts of a colour that is written like #0b6fb8. */
export const rgbOf = (colour: string): Rgb => {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
};

/** A colour between two, by a share from 0 to 1. */
export const mixed = (a: Rgb, b: Rgb, share: number): Rgb => [
  Math.round(a[0] + (b[0] - a[0]) * share),
  Math.round(a[1] + (b[1] - a[1]) * share),
  Math.round(a[2] + (b[2] - a[2]) * share),
];

export const css = ([r, g, b]: Rgb): string => `rgb(${r}, ${g}, ${b})`;

/** Whether dark letters can be read better on it than white ones. */
export const isPale = ([r, g, b]: Rgb): boolean => r * 0.299 + g * 0.587 + b * 0.114 >= 140;

/** Shortens a name to fit an axis, without symbols that the fonts cannot draw. */
export function axisLabel(text: string, most = 24): string {
  const plain =
    text.replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Cc}|\u{fe0f}|\u{200d}/gu, '').trim() ||
    '–';
  const characters = [...plain];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : plain;
}
