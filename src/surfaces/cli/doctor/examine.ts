import type { Config } from '../../../config/config.js';
import { ConfigError, describeError } from '../../../core/errors.js';
import { examineMap, mapSentences } from '../../../segments/maps/cells.js';
import { segmentingOf } from '../../../segments/segmentation/settings.js';
import { checkCharts } from './charts.js';
import { type CheckResult, DETAILS } from './check.js';
import { checkModel } from './model.js';
import { checkSlack } from './slack.js';
import { checkStore } from './store.js';

/** Checks everything that can be wrong with an installation. Never throws. */
export async function examine(readConfig: () => Config): Promise<CheckResult[]> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    if (error instanceof ConfigError)
      return error.problems.map(message => ({
        state: 'problem',
        message,
        fix: '.env.example explains every setting.',
      }));
    return [{ state: 'problem', message: describeError(error, DETAILS), cause: error }];
  }
  return [
    { state: 'ok', message: 'Settings are readable.' },
    checkSegmentMap(config),
    ...(await checkStore(config)),
    ...(await checkCharts(config)),
    ...(await checkModel(config)),
    ...(await checkSlack(config)),
  ];
}

/** Names the segment map, and reports cells that no segment covers and segments that never apply. */
function checkSegmentMap(config: Config): CheckResult {
  const { map } = segmentingOf(config).segmentation;
  const { leftOver, neverFire, unreached } = examineMap(map);
  const hasGaps = neverFire.length > 0 || unreached.length > 0 || leftOver.length > 0;
  const sentences = mapSentences({ leftOver, neverFire, unreached }).join(' ');
  const result = { message: `Segments use the map ${map.name}. ${sentences}` };
  if (!hasGaps) return { state: 'ok', ...result };
  const fix = `\`shopkeeper ask "segment map ${map.name}"\` shows its grid; docs/segments.md has the format.`;
  return { state: 'note', ...result, fix };
}
