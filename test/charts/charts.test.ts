import { createRequire } from 'node:module';
import { afterAll, describe, expect, it } from 'vitest';
import { chartRenderer } from '../../src/charts/renderer.js';
import type { ChartSpec } from '../../src/core/answer/chart-spec.js';

const require = createRequire(import.meta.url);
const { loadImage, createCanvas } = require('canvas') as typeof import('canvas');
const base = { title: 'Title', subtitle: 'Subtitle', alt: '', unit: 'money', currency: 'USD' } as const;
const charts: Record<string, ChartSpec> = {
  'a ranking': {
    ...base,
    kind: 'ranking',
    labels: ['Köln', 'Łódź', 'München'],
    values: [30, 20, 10],
    notes: ['50%', '33%', '17%'],
  },
  'a ranking of one': { ...base, kind: 'ranking', labels: ['only'], values: [5] },
  'a ranking with losses and zeros': {
    ...base,
    kind: 'ranking',
    labels: ['a', 'b', 'c'],
    values: [5, 0, -3],
  },
  'a ranking of nothing': { ...base, kind: 'ranking', labels: [], values: [] },
  'a ranking with very long names': {
    ...base,
    kind: 'ranking',
    labels: ['x'.repeat(300), '🎉 party'],
    values: [2, 1],
  },
  'a trend in bars': {
    ...base,
    kind: 'trend',
    labels: ['Q1 2026', 'Q2 2026'],
    values: [1, 2],
    partialLast: true,
    peak: 1,
  },
  'a trend in a line': {
    ...base,
    kind: 'trend',
    labels: Array.from({ length: 200 }, (_, i) => `day ${i}`),
    values: Array.from({ length: 200 }, (_, i) => i),
    partialLast: true,
    peak: 199,
  },
  'parts of bars': {
    ...base,
    kind: 'parts',
    labels: Array.from({ length: 10 }, (_, i) => `A very long name of a value ${i}`),
    layout: 'stacked',
    series: Array.from({ length: 7 }, (_, i) => ({ name: `Part ${i}`, values: Array(10).fill(i) })),
  },
  'bars beside each other, some below zero': {
    ...base,
    kind: 'parts',
    labels: ['a', 'b'],
    layout: 'grouped',
    series: [
      { name: 'x', values: [-5, 0] },
      { name: 'y', values: [3, 0] },
    ],
  },
  'a box plot': {
    ...base,
    kind: 'box',
    boxes: [
      { label: 'Small', low: 1, q1: 2, median: 3, q3: 4, high: 6, beyond: [12, 15] },
      { label: 'All the same', low: 5, q1: 5, median: 5, q3: 5, high: 5, beyond: [] },
    ],
  },
  'a heatmap': {
    ...base,
    kind: 'heatmap',
    rows: ['Mon', 'Tue'],
    columns: Array.from({ length: 24 }, (_, i) => `${i}`),
    values: [Array.from({ length: 24 }, (_, i) => i * 100), Array(24).fill(null)],
  },
  'a heatmap around a middle': {
    ...base,
    kind: 'heatmap',
    unit: 'share',
    rows: ['a'],
    columns: ['x', 'y', 'z'],
    values: [[0.2, 1, 1.9]],
    middle: 1,
  },
  'a heatmap of nothing': { ...base, kind: 'heatmap', rows: ['a'], columns: ['x'], values: [[null]] },
  'a Pareto chart': {
    ...base,
    kind: 'pareto',
    labels: ['a', 'b', 'c'],
    values: [7, 2, 1],
    cumulative: [0.7, 0.9, 1],
    reached: 1,
  },
  'small multiples': {
    ...base,
    kind: 'multiples',
    labels: ['Jan', 'Feb', 'Mar'],
    series: [
      { name: 'Up', values: [1, 2, 3] },
      { name: 'Below zero', values: [-4, 0, -1] },
    ],
    partialLast: true,
  },
  'a trend with marks and an average': {
    ...base,
    kind: 'trend',
    labels: Array.from({ length: 40 }, (_, i) => `w${i}`),
    values: Array.from({ length: 40 }, (_, i) => (i === 20 ? 90 : 10)),
    partialLast: false,
    peak: 20,
    marks: [20],
    average: {
      label: 'average of 4 weeks',
      values: Array.from({ length: 40 }, (_, i) => (i < 3 ? null : 12)),
    },
  },
  segments: {
    ...base,
    kind: 'segments',
    segments: [
      { title: 'VIP', colour: '#0b6fb8', customers: 3, share: 0.3, revenueShare: 0.8 },
      { title: 'Lost', colour: '#8b8f98', customers: 7, share: 0.7, revenueShare: 0.2 },
    ],
  },
  'a flow': {
    ...base,
    kind: 'flow',
    order: ['VIP', 'Lost'],
    flows: [{ from: 'VIP', to: 'Lost', customers: 3, fromColour: '#0b6fb8', toColour: '#8b8f98' }],
  },
};

describe('charts', () => {
  const renderer = chartRenderer({ workers: 1 });
  afterAll(() => renderer.close());

  it.each(Object.keys(charts))('draws %s as a PNG at twice the pixels, with its title in ink', async name => {
    const png = Buffer.from(await renderer.render(charts[name] as ChartSpec));
    const image = await loadImage(png);
    expect(image.width).toBe(1_380);
    const canvas = createCanvas(image.width, 120);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    // Without a font nothing would be drawn at all, and nothing would say so.
    const dark = context
      .getImageData(0, 0, image.width, 120)
      .data.filter((v, i) => i % 4 === 0 && v < 80).length;
    expect(dark).toBeGreaterThan(200);
  });

  it('gives a chart that was drawn before again', async () => {
    const spec = charts['a flow'] as ChartSpec;
    expect(await renderer.render({ ...spec })).toBe(await renderer.render({ ...spec }));
  });
});
