/**
 * Rules that turn an answer's numbers into sentences. Each says when it speaks, in words that
 * docs/findings.md repeats, and makes its sentence from the facts it is given alone: where they do not carry
 * it, it says nothing.
 */
export interface Rule<Facts> {
  readonly name: string;
  /** When it speaks. */
  readonly when: string;
  readonly kind: 'observation' | 'action' | 'note';
  say(facts: Facts): string | undefined;
}

/**
 * The rules of one question, as the default export of its `findings.ts`: docs/findings.md is made of these.
 */
export interface RuleSet<Facts> {
  /** Its heading in docs/findings.md. */
  readonly title: string;
  readonly rules: readonly Rule<Facts>[];
}

export interface Findings {
  readonly observations: string[];
  readonly actions: string[];
  readonly notes: string[];
}

/** What the rules have to say about facts, in the order of the rules. */
export function findingsOf<Facts>(rules: readonly Rule<Facts>[], facts: Facts): Findings {
  const sentences = (kind: Rule<Facts>['kind']) =>
    rules.filter(r => r.kind === kind).flatMap(rule => rule.say(facts) ?? []);
  return {
    observations: sentences('observation'),
    actions: sentences('action'),
    notes: sentences('note'),
  };
}
