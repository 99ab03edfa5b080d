import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import type { ModelName } from '../../../models/forecast/candidates.js';
import type { Outlook } from './figures.js';

/** What the rules speak of. */
export interface ForecastFacts extends Outlook {
  readonly format: Format;
  /** What is to be reached, if that was asked. */
  readonly goal?: number;
}

/** What a model does, in words. */
export const MODEL_WORDS: Readonly<Record<ModelName, string>> = {
  naive: 'the last value again',
  'seasonal-naive': 'the same as one season before',
  simple: 'simple exponential smoothing (a level that adapts)',
  holt: "Holt's smoothing (a level and a trend)",
  damped: 'damped smoothing (a level, and a trend that fades)',
  'holt-winters-additive': 'Holt-Winters with a season that is added',
  'holt-winters-multiplicative': 'Holt-Winters with a season that multiplies',
};

/** Nothing of a forecast is exact to the cent. */
const figureOf = ({ format, series }: ForecastFacts, value: number): string =>
  format.short(value >= 100 ? Math.round(value) : Math.round(value * 100) / 100, series.measure.unit);

const goalRule: Rule<ForecastFacts> = {
  name: 'goal',
  when: 'something is to be reached: whether all that is likely is above it, below it, or on both sides',
  kind: 'observation',
  say: facts => {
    const { goal, total } = facts;
    if (goal === undefined || !total) return undefined;
    const figure = (value: number) => figureOf(facts, value);
    const aim = `the goal of ${figure(goal)}`;
    if (total.soFar >= goal) return `${figure(total.soFar)} have come in already: ${aim} is reached.`;
    const side = total.value < goal ? 'below' : 'above';
    const gap = `${figure(Math.abs(goal - total.value))} ${side}`;
    if (!total.likely) return `That is ${gap} ${aim}; too few tests can tell how sure this is.`;
    if (total.likely.low >= goal) return `Yes, most likely: all that is likely is above ${aim}.`;
    if (total.likely.high < goal) return `Most likely not: all that is likely is below ${aim}.`;
    return `It is open: what is expected is ${gap} ${aim}, and both sides of it are likely.`;
  },
};

const yearBefore: Rule<ForecastFacts> = {
  name: 'against the year before',
  when: 'the same periods a year before are in the history, and brought something',
  kind: 'observation',
  say: facts => {
    const { total, format } = facts;
    if (!total?.yearBefore || total.yearBefore <= 0) return undefined;
    const change = format.change(total.value / total.yearBefore - 1);
    return `A year before it was ${figureOf(facts, total.yearBefore)}: ${change}.`;
  },
};

const tested: Rule<ForecastFacts> = {
  name: 'tested',
  when: 'a model was chosen: how far it was off in the tests, beside the best naive forecast',
  kind: 'observation',
  say: facts => {
    const { forecast } = facts;
    if (forecast.isConstant || forecast.isNaive) return undefined;
    const own = forecast.tested.find(t => t.model === forecast.model);
    const naive = forecast.tested.find(t => t.isNaive);
    if (!own || !naive || naive.error === 0) return undefined;
    return (
      `Made by ${MODEL_WORDS[forecast.model]}, which was off by ${figureOf(facts, own.error)} ` +
      `on average in ${forecast.tests} tests on the history; ` +
      `"${MODEL_WORDS[naive.model]}" was off by ${figureOf(facts, naive.error)}.`
    );
  },
};

const naive: Rule<ForecastFacts> = {
  name: 'naive is better',
  when: 'no model did better in the tests than a naive forecast, which is then shown',
  kind: 'observation',
  say: facts => {
    const { forecast } = facts;
    if (forecast.isConstant || !forecast.isNaive) return undefined;
    const own = forecast.tested.find(t => t.model === forecast.model);
    const model = forecast.tested.find(t => !t.isNaive);
    if (!own) return undefined;
    const beside = model ? `, the best model by ${figureOf(facts, model.error)}` : '';
    return (
      `This is the naive forecast, "${MODEL_WORDS[forecast.model]}": no model did better ` +
      `in ${forecast.tests} tests on the history. ` +
      `It was off by ${figureOf(facts, own.error)} on average${beside}.`
    );
  },
};

const constant: Rule<ForecastFacts> = {
  name: 'constant',
  when: 'all periods of the history are the same',
  kind: 'observation',
  say: ({ forecast, series: { grain } }) =>
    forecast.isConstant
      ? `Every ${grain} of the history was the same, so the forecast is that, without any width: ` +
        'nothing in the history says how it could change.'
      : undefined,
};

export const FORECAST_RULES: readonly Rule<ForecastFacts>[] = [goalRule, yearBefore, tested, naive, constant];

export default { title: 'Forecast', rules: FORECAST_RULES } satisfies RuleSet<ForecastFacts>;
