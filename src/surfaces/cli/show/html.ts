import type { ChartRenderer } from '../../../charts/renderer.js';
import { type Answer, type Column, type Row, rowsToShow } from '../../../core/answer/answer.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { noteText } from '../../../core/answer/notes.js';
import { scopeText } from '../../../core/answer/scope.js';

const MOST_ROWS = 100;

/** An answer with its details as one HTML page with embedded charts. It loads nothing from elsewhere. */
export async function answerHtml(answer: Answer, charts: ChartRenderer): Promise<string> {
  const sections: string[] = [];
  for (const part of answer.thread) sections.push(await sectionOf(part, charts, 'h2'));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(answer.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${await sectionOf(answer, charts, 'h1')}
${sections.join('\n')}
<footer>${footer(answer)}</footer>
</main>
</body>
</html>
`;
}

const footer = ({ question, dataThrough }: Answer): string =>
  [
    `Shopkeeper, <code>${escaped(question)}</code>`,
    ...(dataThrough ? [`data through ${escaped(dataThrough)}`] : []),
  ].join(', ');

async function sectionOf(answer: Answer, charts: ChartRenderer, heading: 'h1' | 'h2'): Promise<string> {
  const images: string[] = [];
  for (const spec of answer.charts) {
    const png = Buffer.from(await charts.render(spec)).toString('base64');
    images.push(`<img src="data:image/png;base64,${png}" alt="${escaped(spec.alt)}">`);
  }
  return `<section>
<${heading}>${escaped(answer.title)}</${heading}>
${answer.scope.length > 0 ? `<p class="scope">${escaped(scopeText(answer.scope))}</p>` : ''}
<p class="headline">${escaped(unmarked(answer.headline))}</p>
${images.length > 0 ? `<div class="charts">${images.join('\n')}</div>` : ''}
${list('', answer.observations)}
${answer.rows.length > 0 ? table(answer) : ''}
${list('What to do', answer.actions)}
${answer.notes.map(note => `<p class="note">${escaped(unmarked(noteText(note)))}</p>`).join('\n')}
</section>`;
}

function table(answer: Answer): string {
  const format = formatFor(answer.currency);
  const rows = rowsToShow(answer, MOST_ROWS);
  const alignment = ({ unit }: Column) => (unit === 'text' || unit === 'date' ? '' : ' class="figure"');
  const head = answer.columns.map(c => `<th${alignment(c)}>${escaped(c.label)}</th>`).join('');
  const cellsOf = (row: Row) =>
    answer.columns.map(c => `<td${alignment(c)}>${escaped(format.cell(row, c))}</td>`).join('');
  const left = answer.rows.length - rows.length;
  const width = answer.columns.length > 8 ? 'table wide' : 'table';
  return `<div class="${width}"><table><thead><tr>${head}</tr></thead><tbody>
${rows.map(row => `<tr>${cellsOf(row)}</tr>`).join('\n')}
</tbody></table></div>${left > 0 ? `<p class="note">${notShown(left, answer)}</p>` : ''}`;
}

const notShown = (left: number, { keepLast }: Answer): string =>
  `${plural(left, keepLast ? 'earlier row' : 'more row')} ${left === 1 ? 'is' : 'are'} not shown here.`;

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const heading = title ? `<h3>${title}</h3>` : '';
  return `${heading}<ul>${items.map(item => `<li>${escaped(unmarked(item))}</li>`).join('')}</ul>`;
}

/** Escapes text from a file or a person, so that it cannot become markup. */
const escaped = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Text without Slack's backticks around code. */
const unmarked = (text: string): string => text.replaceAll('`', '');

const STYLE = `
:root { color-scheme: light; }
body {
  margin: 0; background: #f6f6f4; color: #1d1c1d;
  font: 16px/1.5 Inter, "Segoe UI", system-ui, sans-serif;
}
main { max-width: 980px; margin: 0 auto; padding: 32px 20px 60px; }
section {
  background: #fff; border: 1px solid #e6e6e3; border-radius: 12px;
  padding: 22px 28px 26px; margin: 0 0 20px; break-inside: avoid;
}
h1 { font-size: 30px; margin: 0; }
h2 { font-size: 22px; margin: 0; }
h3 { font-size: 16px; margin: 18px 0 4px; }
.scope, .note, footer { color: #6b6a70; font-size: 13px; margin: 2px 0; }
.headline { font-size: 18px; margin: 10px 0 14px; }
.charts { display: flex; flex-wrap: wrap; gap: 14px; }
.charts img { width: 100%; max-width: 690px; height: auto; }
.table { overflow-x: auto; margin: 14px 0; }
table { border-collapse: collapse; font-size: 14px; width: 100%; }
th, td { padding: 6px 8px; border-bottom: 1px solid #ececee; text-align: left; vertical-align: top; }
th { color: #6b6a70; font-weight: 600; }
.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.wide table { font-size: 11.5px; }
.wide th, .wide td { padding: 5px 5px; }
ul { margin: 6px 0; padding-left: 20px; }
footer { text-align: center; }
@media print {
  body { background: #fff; }
  section { border: 0; padding: 0 0 16px; }
}
`;
