import { expect, it } from 'vitest';
import { ruleOf } from './together.js';

/** Orders with each item and with whole milk as well, of 9,835: `Groceries` of R's arules. */
const WHOLE_MILK = 2_513;

it.each([
  ['other vegetables', 1_903, 736, 0.07483477, 0.3867578, 0.292877, 1.5136341],
  ['rolls/buns', 1_809, 557, 0.05663447, 0.3079049, 0.2216474, 1.2050318],
  ['yogurt', 1_372, 551, 0.0560244, 0.4016035, 0.2192598, 1.5717351],
])('has what arules says of %s with whole milk', (_, orders, both, support, confidence, back, lift) => {
  const rule = ruleOf([1, orders], [2, WHOLE_MILK], both, 9_835);
  expect(rule.support).toBeCloseTo(support, 7);
  expect(rule.confidence).toBeCloseTo(confidence, 7);
  expect(rule.confidenceBack).toBeCloseTo(back, 7);
  expect(rule.lift).toBeCloseTo(lift, 6);
});
