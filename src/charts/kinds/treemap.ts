import type { ChartConfiguration } from 'chart.js';
import type { TreemapChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, legendBelow } from '../kind.js';
import { axisLabel, isPale, rgbOf, theme } from '../theme.js';

interface Area {
  readonly w: number;
  readonly h: number;
  readonly _data?: { readonly label?: string };
}

/** A part of this share or less may have no room for its name. */
const SMALL = 0.04;

/** Areas as large as their parts, each with its name and figures where they fit. */
const treemap: ChartKindDrawing<TreemapChart> = {
  kind: 'treemap',
  height: spec => theme.height + (spec.parts.length > 6 ? 50 : 10),

  config(spec): ChartConfiguration {
    const parts = spec.parts.filter(part => part.value > 0);
    const all = parts.reduce((sum, part) => sum + part.value, 0);
    // Too small for a name of their own.
    const small = parts.filter(part => part.value < all * SMALL);
    const partOf = (raw: unknown) =>
      parts.find(part => part.label === (raw as Area | undefined)?._data?.label);
    return {
      type: 'treemap',
      data: {
        datasets: [
          {
            data: [],
            tree: parts.map(({ label, value }) => ({ label, value })),
            key: 'value',
            groups: ['label'],
            spacing: 2,
            borderWidth: 0,
            borderRadius: 4,
            backgroundColor: (context: { raw?: unknown }) =>
              partOf(context.raw)?.colour ?? theme.colour.muted,
            captions: { display: false },
            labels: {
              display: true,
              align: 'left',
              position: 'top',
              padding: 8,
              overflow: 'hidden',
              color: (context: { raw?: unknown }) => {
                const colour = partOf(context.raw)?.colour;
                return colour && isPale(rgbOf(colour)) ? theme.colour.title : '#ffffff';
              },
              font: [{ size: theme.font.base, weight: 'bold' }, { size: theme.font.base - 2 }],
              formatter: (context: { raw?: unknown }) => {
                const part = partOf(context.raw);
                const { w = 0, h = 0 } = (context.raw ?? {}) as Partial<Area>;
                if (!part || w < 46 || h < 24) return '';
                const name = axisLabel(part.label, Math.max(4, Math.floor((w - 18) / 9)));
                return h < 48
                  ? [name]
                  : [name, axisLabel(part.note, Math.max(4, Math.floor((w - 18) / 7.2)))];
              },
            },
          } as never,
        ],
      },
      options: {
        layout: { padding: { top: 16, left: 16, right: 16, bottom: 16 } },
        plugins: {
          ...headings(spec),
          legend: {
            ...legendBelow(small.map(part => ({ text: `${part.label} ${part.note}`, colour: part.colour }))),
            display: small.length > 0,
          },
          datalabels: { display: false },
        },
      },
      // The package's exports hide its types, which would make "treemap" a known kind.
    } as unknown as ChartConfiguration;
  },
};
export default treemap;
