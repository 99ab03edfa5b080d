import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createCanvas } = require('canvas') as typeof import('canvas');

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A text on a canvas and the four corners of its ink, in the canvas's own pixels. */
export interface TextBox {
  readonly text: string;
  readonly corners: readonly Point[];
}

/** The canvas context's methods that draw text. */
const METHODS = ['fillText', 'strokeText'] as const;

/**
 * Runs `draw` and returns where it put each text on any canvas. Fonts differ between machines, so pictures
 * are checked by these boxes and not by comparing them with stored images.
 */
export function recordTexts<T>(draw: () => T): { readonly result: T; readonly texts: readonly TextBox[] } {
  const texts = new Map<string, TextBox>();
  const context = Object.getPrototypeOf(createCanvas(1, 1).getContext('2d')) as CanvasRenderingContext2D;
  const originals = METHODS.map(name => [name, context[name]] as const);
  for (const [name, original] of originals) {
    context[name] = function (text, x, y, maxWidth) {
      const box = boxOf(this, String(text), x, y);
      // Outlined text is drawn twice at one place.
      if (box) texts.set(JSON.stringify(box), box);
      // The canvas takes a missing width for a width of zero.
      if (maxWidth === undefined) original.call(this, text, x, y);
      else original.call(this, text, x, y, maxWidth);
    };
  }
  try {
    return { result: draw(), texts: [...texts.values()] };
  } finally {
    for (const [name, original] of originals) context[name] = original;
  }
}

function boxOf(context: CanvasRenderingContext2D, text: string, x: number, y: number): TextBox | undefined {
  if (text.trim() === '') return undefined;
  const ink = context.measureText(text);
  const [left, right] = [x - ink.actualBoundingBoxLeft, x + ink.actualBoundingBoxRight];
  const [top, bottom] = [y - ink.actualBoundingBoxAscent, y + ink.actualBoundingBoxDescent];
  const { a, b, c, d, e, f } = context.getTransform();
  const placed = (px: number, py: number): Point => ({ x: a * px + c * py + e, y: b * px + d * py + f });
  return {
    text,
    corners: [placed(left, top), placed(right, top), placed(right, bottom), placed(left, bottom)],
  };
}

/** The texts that are not wholly on a canvas of this size; half a pixel of a letter's edge may be. */
export const textsOffCanvas = (texts: readonly TextBox[], width: number, height: number): readonly string[] =>
  texts
    .filter(({ corners }) =>
      corners.some(({ x, y }) => !(x >= -0.5 && x <= width + 0.5 && y >= -0.5 && y <= height + 0.5)),
    )
    .map(({ text }) => text);

/** Pairs of texts that lie over each other by more than `slack` pixels. */
export function overlappingTexts(texts: readonly TextBox[], slack: number): readonly string[] {
  return texts.flatMap((one, i) =>
    texts
      .slice(i + 1)
      .filter(other => overlap(one.corners, other.corners) > slack)
      .map(other => `${one.text} / ${other.text}`),
  );
}

/** How far two rectangles must be moved to be apart (separating axes); 0 if they are apart. */
function overlap(one: readonly Point[], other: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [from, to] of [one, other].flatMap(corners => [corners.slice(0, 2), corners.slice(1, 3)])) {
    if (!from || !to) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length === 0) return 0;
    const along = (p: Point) => ((to.x - from.x) * p.x + (to.y - from.y) * p.y) / length;
    const [a, b] = [one.map(along), other.map(along)];
    least = Math.min(least, Math.max(...a) - Math.min(...b), Math.max(...b) - Math.min(...a));
    if (least <= 0) return 0;
  }
  return least;
}
