import type { ChartConfiguration } from 'chart.js';
import type { FlowChart } from '../../core/answer/chart-spec.js';
import { formatFor } from '../../core/answer/format.js';
import { type ChartKindDrawing, headings } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

/** A Sankey diagram of moves. A prefix that the labels do not show tells the two sides apart. */
const flow: ChartKindDrawing<FlowChart> = {
  kind: 'flow',
  summary: 'how many customers moved from which segment to which',
  leastFilled: 0.3,
  height: spec => Math.max(theme.height + 20, 110 + spec.order.length * 46),

  config(spec): ChartConfiguration {
    const { count } = formatFor(spec.currency);
    const left = (name: string) => `from ${name}`;
    const right = (name: string) => `to ${name}`;
    const sum = (side: 'from' | 'to', name: string) =>
      spec.flows.filter(f => f[side] === name).reduce((total, f) => total + f.customers, 0);
    const labels = Object.fromEntries(
      spec.flows.flatMap(f => [
        [left(f.from), `${axisLabel(f.from, 30)} (${count(sum('from', f.from))})`],
        [right(f.to), `${axisLabel(f.to, 30)} (${count(sum('to', f.to))})`],
      ]),
    );
    const flows = [...spec.flows];
    return {
      type: 'sankey',
      data: {
        datasets: [
          {
            data: flows.map(f => ({ from: left(f.from), to: right(f.to), flow: f.customers })),
            colorFrom: context => flows[context.dataIndex]?.fromColour ?? theme.colour.muted,
            colorTo: context => flows[context.dataIndex]?.toColour ?? theme.colour.muted,
            colorMode: 'gradient',
            alpha: 0.55,
            labels,
            priority: Object.fromEntries(
              spec.order.flatMap((name, i) => [
                [left(name), i],
                [right(name), i],
              ]),
            ),
            color: theme.colour.title,
            borderWidth: 0,
            nodeWidth: 12,
            nodePadding: 22,
            size: 'max',
            font: { size: theme.font.base - 1, family: theme.font.family },
          },
        ],
      },
      options: {
        layout: { padding: { top: 16, left: 18, right: 18, bottom: 18 } },
        plugins: { ...headings(spec), legend: { display: false }, datalabels: { display: false } },
      },
    };
  },
};
export default flow;
