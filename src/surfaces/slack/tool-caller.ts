import type { KnownBlock } from '@slack/types';
import { NotPermitted, permittedAnswer, type Sight, sightOfQuestion } from '../../access/permitted.js';
import type { Rights } from '../../access/rights.js';
import { isSlowText } from '../../analyses/registry.js';
import type { ToolAsker } from '../../app/tool-asker.js';
import type { Answer } from '../../core/answer/answer.js';
import { queryText } from '../../core/query/query-text.js';
import { answerMessage } from './blocks/answer-blocks.js';
import { cut } from './blocks/limits.js';
import { code } from './blocks/mrkdwn.js';
import type { SlackContext } from './context.js';
import { restartingError } from './problem-message.js';
import { outcomeOf, questionsMustBeOn, shownOf } from './reply.js';
import { recordOf } from './requests.js';

/** Who calls a tool through Slackbot. */
export interface Caller {
  readonly user: string;
  readonly team: string;
  readonly enterprise: string | null | undefined;
}

/**
 * Asks on behalf of whoever calls a tool: only if they may be answered, only what they may see, in their
 * turn, and on record.
 */
export function permittedAsker(caller: Caller | undefined, context: SlackContext): ToolAsker {
  const { compute, limits, queue } = context;
  const answered = async (
    asked: string,
    isSlow: boolean,
    ask: (sight: Sight) => Promise<Answer>,
  ): Promise<Answer> => {
    const answer = await forCaller(caller, asked, context, ({ user }, rights) => {
      questionsMustBeOn(context);
      return queue.run(user, () => permittedAnswer(ask, rights), isSlow ? 'slow' : 'quick');
    });
    if (answer.file !== undefined && caller) limits.exported(caller.user);
    return answer;
  };
  return {
    ask: async (text, before) =>
      answered(text, await isSlowText(`${before ?? ''} ${text}`), ({ part, names }) =>
        context.ask(text, before, part, names),
      ),
    answerQuery: async query => {
      const text = queryText(query);
      return answered(text, await isSlowText(text), sight => compute('query', { query, notes: [] }, sight));
    },
    describe: input =>
      forCaller(caller, 'describe', context, ({ user }, rights) =>
        queue.run(user, () => compute('describe', input, sightOfQuestion(rights))),
      ),
    blocksOf: answer => blocksToRead(answer),
  };
}

/** Does something for a caller who may be answered, and records it. @throws NotPermitted */
async function forCaller<T>(
  caller: Caller | undefined,
  asked: string,
  { access, permissions, limits, audit, inFlight, log }: SlackContext,
  work: (caller: Caller, rights: Rights) => Promise<T>,
): Promise<T> {
  if (!caller) throw new NotPermitted('Slack did not say who asks, so I cannot answer');
  const { user, team, enterprise } = caller;
  const identity = { user, teams: [team], enterprise };
  const record = recordOf({ surface: 'tool', identity, channel: undefined, text: asked });
  const permitted = async () => {
    const verdict = await access.check(identity);
    if (!verdict.isAllowed) {
      log.warn({ surface: 'tool', user, teams: [team], reason: verdict.reason }, 'request refused');
      throw new NotPermitted(`I do not answer this person (${verdict.reason})`);
    }
    log.info({ surface: 'tool', user }, 'question received');
    limits.question(user);
    return work(caller, await permissions.of(user, undefined));
  };
  const done: { result?: T; error?: unknown } = {};
  // A stop waits for it.
  await inFlight.run({ question: code(cut(asked, 200)), notify: async () => undefined }, async () => {
    try {
      done.result = await permitted();
    } catch (error) {
      done.error = error;
    }
  });
  const { result, error = restartingError() } = done;
  if (result === undefined) {
    audit.record({ ...record, ...outcomeOf(error) });
    throw error;
  }
  audit.record({ ...record, outcome: 'shown', detail: null, ...(isAnswer(result) && shownOf(result)) });
  return result;
}

const isAnswer = (result: unknown): result is Answer =>
  typeof result === 'object' && result !== null && 'headline' in result;

/** An answer's blocks without buttons: what is pressed in a message of Slackbot's does not come to the app. */
const blocksToRead = (answer: Answer): KnownBlock[] =>
  answerMessage({ ...answer, followUps: [], startable: [], takesScope: false }, {}, 'simple').blocks;
