import { canonical } from '../../../answering/declaration.js';
import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { offerMap } from '../../../answering/segments/offers.js';
import { answerOf } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { isoOf } from '../../../core/calendar/days.js';
import { examineMap } from '../../../segments/maps/cells.js';
import { lastOrderDay } from '../../../store/tables/customer-totals.js';

/** The segment maps that can be used. */
const maps = defineQuestion({
  family: 'segment',
  name: 'maps',
  words: ['maps', 'segment maps', 'which maps', 'available maps'],
  optional: [],
  helpOrder: 113,
  summary: 'The segment maps that can be used',
  examples: ['maps'],

  async answer(query, shop) {
    const { segmenting, store } = shop;
    const { all } = segmenting.maps;
    const last = await lastOrderDay(store);
    const used = segmenting.segmentation.map;
    return answerOf({
      question: canonical(query),
      title: 'Segment maps',
      headline:
        `${plural(all.length, 'map')}; ${used.name} is used unless a question says otherwise, ` +
        'for example `segment map:eleven`.',
      dataThrough: last === undefined ? null : isoOf(last),
      columns: [
        { key: 'map', label: 'Map', unit: 'text' },
        { key: 'title', label: 'What it is', unit: 'text' },
        { key: 'segments', label: 'Segments', unit: 'text' },
        { key: 'leftOver', label: 'Left over', unit: 'count' },
        { key: 'neverFire', label: 'Idle rules', unit: 'count', secondary: true },
        { key: 'source', label: 'Source', unit: 'text', secondary: true },
      ],
      rows: all.map(map => {
        const { leftOver, neverFire } = examineMap(map);
        return {
          map: map.name,
          title: map.title,
          segments: map.segments.map(s => s.title).join(', '),
          leftOver: leftOver.length,
          neverFire: neverFire.length,
          source: map.source,
        };
      }),
      notes: [
        'Left over: combinations of R, F and M scores that no rule reaches; their customers are in Others.',
      ],
      followUps: followUps(
        shop,
        query,
        all.slice(0, 4).map(map => offerMap(map.name)),
      ),
    });
  },
});
export default maps;
