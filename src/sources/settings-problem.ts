import type { z } from 'zod';

/**
 * What is wrong with the settings of a source, in a sentence.
 * @param kind what it is a source of, as `sources add` takes it
 * @param given the settings as they were given
 */
export function settingsProblem(
  kind: string,
  { issues }: z.ZodError,
  given: Readonly<Record<string, string>>,
): string {
  const missing = issues.flatMap(({ path: [name] }) =>
    typeof name === 'string' && given[name] === undefined ? [`${name}=`] : [],
  );
  if (missing.length > 0) return `A source of kind ${kind} needs ${listOf(missing, 'and')}.`;
  const [issue] = issues;
  if (issue?.code === 'unrecognized_keys')
    return `A source of kind ${kind} has no setting ${listOf(issue.keys, 'or')}.`;
  const name = issue?.path.join('.') ?? '';
  if (issue?.code === 'invalid_value')
    return `${name}=${given[name] ?? ''} is not known: it may be ${listOf(issue.values.map(String), 'or')}.`;
  if (issue === undefined || name === '')
    return `A source of kind ${kind}: ${issue?.message ?? 'its settings are wrong'}.`;
  return `${name}=${given[name] ?? ''} cannot be used: it ${issue.message}.`;
}

function listOf(words: readonly string[], last: string): string {
  const [end = '', ...rest] = [...words].reverse();
  return rest.length === 0 ? end : `${rest.reverse().join(', ')} ${last} ${end}`;
}
