import { type Answer, answerOf, type Row } from '../core/answer/answer.js';
import { type FollowUp, followUpOf } from '../core/answer/follow-up.js';
import { capital } from '../core/answer/format.js';
import { type Note, remark } from '../core/answer/notes.js';
import { segmentWord } from '../segments/maps/segment-names.js';
import { hasBuyers } from '../store/scope/bought-before.js';
import { dataExtent } from '../store/tables/order-lines.js';
import { askable } from './askable.js';
import { type Declaration, examplesOf, type Family } from './declaration.js';
import { groupingFields, singular } from './grouping-fields.js';
import { helpExamples } from './help-examples.js';
import type { ShopView } from './shop.js';

const PERIODS = ', and with a period such as `last month`, `Q4 2025` or `since 2025-06`';

/** What can be asked in a family, made from the questions themselves. */
export async function helpAnswer(family: Family, shop: ShopView): Promise<Answer> {
  const questions = shop.questions.filter(q => q.family === family && q.name !== 'help');
  const rows: Row[] = [];
  for (const question of questions) rows.push(await helpRow(question, shop));
  const examples = (await helpExamples(family, shop)).map(text => `${family} ${text}`.trim());
  return answerOf({
    question: `${family} help`,
    title: `What /${family} can tell you`,
    headline: headlineOf(family, examples.length),
    columns: [
      { key: 'ask', label: 'Ask', unit: 'text' },
      { key: 'answer', label: 'To learn', unit: 'text' },
    ],
    rows: rows.filter(row => row.ask !== ''),
    observations: examples.map(text => `\`/${text}\``),
    notes: [...(await dimensionNotes(shop)), ...(await segmentNotes(family, shop))],
    followUps: examples.slice(0, 4).map(text => spokenFollowUp(text, shop)),
    currency: shop.currency,
  });
}

/** A follow-up; one to the members of a segment says their name: `At-risk customers`. */
function spokenFollowUp(text: string, { segmenting }: ShopView): FollowUp {
  const { segments } = segmenting.segmentation.map;
  const segment = segments.find(({ title }) => text === `segment ${segmentWord(title)}`);
  return segment ? { text, label: capital(segment.many) } : followUpOf(text);
}

function headlineOf(family: Family, examples: number): string {
  const words = `Ask \`/${family}\` with any of these words${family === 'sales' ? PERIODS : ''}`;
  return examples === 0 ? `${words}.` : `${words}. ${examples} that this shop's data answers:`;
}

async function dimensionNotes({ store }: ShopView): Promise<Note[]> {
  const dimensions = await groupingFields(store);
  if (dimensions.length <= 1) return [];
  return [
    remark(
      `Break down by: ${dimensions.map(singular).join(', ')}. ` +
        'Filter with dimension:value, leave out with -dimension:value.',
    ),
  ];
}

/** Why nothing can be asked about segments, where that is so. */
async function segmentNotes(family: Family, { store }: ShopView): Promise<Note[]> {
  if (family !== 'segment' || (await hasBuyers(store))) return [];
  const missing = 'The sales name no customers, so there are no segments to ask about: ';
  return [remark(`${missing}load a file with a column of customer ids, names or e-mails.`)];
}

/** A question with those of its examples that this shop's data can answer. */
async function helpRow(question: Declaration, shop: ShopView): Promise<{ ask: string; answer: string }> {
  const texts = examplesOf(question, (await dataExtent(shop.store))?.to);
  const ask = (await askable(texts.map(followUpOf), shop)).map(({ text }) => `/${text}`);
  return { ask: ask.join('   '), answer: question.summary };
}
