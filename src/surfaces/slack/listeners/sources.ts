import { NotPermitted } from '../../../access/permitted.js';
import type { ListedSource, Sources } from '../../../app/sources.js';
import { plural } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { showMoment } from '../../../digest/subscriptions/when.js';
import { runText } from '../../../sources/run-text.js';
import { cutLines, LIMITS } from '../blocks/limits.js';
import { escaped, Mrkdwn, mrkdwn, textMessage } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { mustLoad } from '../files/load-file.js';
import type { Reply } from '../in-flight.js';
import { outcomeOf } from '../reply.js';
import { recordOf, type SlackRequest } from '../requests.js';

const COMMANDS =
  'There are: sources, sources run NAME, sources pause NAME, sources resume NAME, sources problems.';
/** Orders that a message names. */
const SHOWN = 20;

/**
 * Answers `/shop sources ...`: how far each source is, and reading, pausing and resuming one.
 * @throws ShopkeeperError if the person may not, or there is no such source or command
 */
export async function answerSources(
  words: string,
  request: SlackRequest,
  context: SlackContext,
  reply: Reply,
): Promise<void> {
  const { sources, audit } = context;
  await mustSeeSources(request, context).catch(error => {
    audit.record({ ...recordOf(request), ...outcomeOf(error) });
    throw error;
  });
  const say = (text: Mrkdwn) => reply.guard(request.privately).post(textMessage(text));
  const note = (outcome: 'shown' | 'changed' | 'failed', detail: string) =>
    audit.record({ ...recordOf(request), outcome, detail });
  const [verb = 'list', name = '', ...rest] = words.split(/\s+/).filter(word => word !== '');
  if (rest.length > 0) throw new ShopkeeperError(`"${words}" is no command for sources.`, COMMANDS);
  switch (verb.toLowerCase()) {
    case 'list':
      note('shown', 'sources');
      await say(sourcesText(await sources.list()));
      return;
    case 'problems':
      note('shown', 'sources problems');
      await say(problemsText(await sources.problems(name || undefined)));
      return;
    case 'pause':
    case 'resume': {
      const isPaused = verb.toLowerCase() === 'pause';
      await sources.pause(named(name, verb), isPaused);
      note('changed', `${name} is ${isPaused ? 'paused' : 'read again'}`);
      await say(
        isPaused
          ? mrkdwn`${name} is paused. \`/shop sources resume ${name}\` reads it again.`
          : mrkdwn`${name} is read again when it is due.`,
      );
      return;
    }
    case 'run': {
      // Reading a shop's history may take an hour.
      await say(
        mrkdwn`Reading ${await existing(named(name, verb), sources)}. I will say here what came of it.`,
      );
      const result = await sources.run(name, { signal: reply.signal });
      const text = runText(result, `/shop sources problems ${name}`);
      note(result.outcome === 'done' ? 'changed' : 'failed', `${name}: ${text}`);
      await say(escaped(text));
      return;
    }
    default:
      throw new ShopkeeperError(`"${verb}" is no command for sources.`, COMMANDS);
  }
}

/** Whoever may load files, or see the state of the app. @throws NotPermitted */
async function mustSeeSources({ identity: { user } }: SlackRequest, context: SlackContext): Promise<void> {
  const rights = await context.permissions.of(user, undefined);
  if (context.permissions.file && rights.may.has('settings')) return;
  try {
    await mustLoad(user, context);
  } catch (error) {
    if (!(error instanceof NotPermitted)) throw error;
    throw new NotPermitted('You may not see or change where data comes from', error.hint);
  }
}

function named(name: string, verb: string): string {
  if (name !== '') return name;
  throw new ShopkeeperError(`Which source is to ${verb}?`, `For example: sources ${verb} web-shop`);
}

async function existing(name: string, sources: Sources): Promise<string> {
  const all = (await sources.list()).map(source => source.name);
  if (all.includes(name)) return name;
  throw new ShopkeeperError(
    `There is no source "${name}".`,
    all.length === 0 ? 'None has been added yet (docs/sources.md).' : `There are: ${all.join(', ')}.`,
  );
}

/** The sources, a line each. */
export function sourcesText(sources: readonly ListedSource[]): Mrkdwn {
  if (sources.length === 0)
    return mrkdwn`There are no sources. \`shopkeeper sources add\` on the server adds one.`;
  return inLines(
    sources.map(source => {
      const { name, kind, schedule, freshThrough, zone } = source;
      const through =
        freshThrough === null
          ? 'not read yet'
          : `complete through ${showMoment(new Date(freshThrough), zone)}`;
      const orders = source.orders > 0 ? `, ${plural(source.orders, 'order')}` : '';
      return mrkdwn`*${name}* (${kind}, ${schedule}): ${through}${orders}${stateOf(source)}`;
    }),
  );
}

function stateOf({ isPaused, problem, question, problems }: ListedSource): string {
  const states = [
    isPaused ? 'paused' : '',
    problem ?? '',
    question ?? '',
    problems > 0 ? `${plural(problems, 'order')} set aside` : '',
  ].filter(text => text !== '');
  return states.length === 0 ? '' : `. ${states.join(' ')}`;
}

/** Orders that could not be read, a line each. */
function problemsText(problems: Awaited<ReturnType<Sources['problems']>>): Mrkdwn {
  if (problems.length === 0) return mrkdwn`Every order could be read.`;
  const lines = problems.slice(0, SHOWN).map(p => mrkdwn`${p.source} ${p.key}: ${p.reason}`);
  const more = problems.length - lines.length;
  return inLines([...lines, ...(more > 0 ? [mrkdwn`${plural(more, 'more order')}.`] : [])]);
}

const inLines = (lines: readonly Mrkdwn[]): Mrkdwn =>
  Mrkdwn.ofEscaped(
    cutLines(
      lines.map(line => line.source),
      LIMITS.section,
    ),
  );
