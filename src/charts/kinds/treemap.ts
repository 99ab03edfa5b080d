import type { ChartConfiguration } from 'chart.js';
import type { TreemapChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, legendBelow } from '../kind.js';
import { fitted } from '../text-width.js';
import { axisLabel, isPale, rgbOf, theme } from '../theme.js';

interface Area {
  readonly w: number;
  readonly h: number;
  readonly _data?: { readonly label?: string };
}

const NAME_SIZE = theme.font.base;
const NOTE_SIZE = theme.font.base - 2;
/** A part of this share or less may have no room for its name. */
const SMALL = 0.04;

/** Areas in proportion to the parts, each with its name and figures if they fit. */
const treemap: ChartKindDrawing<TreemapChart> = {
  kind: 'treemap',
  summary: 'parts of a whole as areas',
  leastFilled: 0.45,
  height: spec => theme.height + (spec.parts.length > 6 ? 50 : 10),

  config(spec): ChartConfiguration {
    const parts = spec.parts.filter(part => part.value > 0);
    const small = smallParts(spec);
    const partOf: PartOf = raw => parts.find(part => part.label === (raw as Area | undefined)?._data?.label);
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
            labels: areaLabels(partOf),
          } as never,
        ],
      },
      options: {
        layout: { padding: { top: 16, left: 16, right: 16, bottom: 16 } },
        plugins: {
          ...headings(spec),
          legend: {
            ...legendBelow(
              small.slice(0, MOST_IN_LEGEND).map(({ label, note, colour }) => ({
                text: `${axisLabel(label, 22)} ${axisLabel(note, 20)}`,
                colour,
              })),
            ),
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

/** The legend names no more small parts, or it would leave no room for the areas. */
const MOST_IN_LEGEND = 8;

type PartOf = (raw: unknown) => TreemapChart['parts'][number] | undefined;

/** The parts that may be too small for a name of their own: the legend names them. */
function smallParts({ parts }: TreemapChart): TreemapChart['parts'] {
  const shown = parts.filter(part => part.value > 0);
  const whole = shown.reduce((sum, part) => sum + part.value, 0);
  return shown.filter(part => part.value < whole * SMALL);
}

const areaLabels = (partOf: PartOf) => ({
  display: true,
  align: 'left',
  position: 'top',
  padding: 8,
  overflow: 'hidden',
  color: ({ raw }: { raw?: unknown }) => {
    const colour = partOf(raw)?.colour;
    return colour && isPale(rgbOf(colour)) ? theme.colour.title : '#ffffff';
  },
  font: [{ size: NAME_SIZE, weight: 'bold' }, { size: NOTE_SIZE }],
  formatter: ({ raw }: { raw?: unknown }) => {
    const part = partOf(raw);
    const { w = 0, h = 0 } = (raw ?? {}) as Partial<Area>;
    if (!part || w < 46 || h < 24) return '';
    const name = fitted(axisLabel(part.label, 60), `bold ${NAME_SIZE}px ${theme.font.family}`, w - 18);
    return h < 48
      ? [name]
      : [name, fitted(axisLabel(part.note, 60), `${NOTE_SIZE}px ${theme.font.family}`, w - 18)];
  },
});
