import { PARTS } from '../../../digest/compose/parts.js';
import { Mrkdwn } from '../blocks/mrkdwn.js';

const PART_NAMES = PARTS.map(part => part.name).join(', ');
/** What `/digest help` says. */
export const HELP = Mrkdwn.ofEscaped(
  [
    '*The digest*: sales of the last whole week, who moved between segments, what to do.',
    '',
    '*See it*',
    '• `/digest preview` sends it to you alone, `/digest now` posts it here',
    '• `/digest show 2` sends you the second to last digest as it was posted',
    '*Subscribe to it*',
    '• `/digest subscribe monday 9:00 Europe/Berlin` posts it here each week',
    '• with `#channel` it is posted there, with `me` or `@somebody` to that person alone',
    '• other times: `daily 8:30`, `monthly`, `cron:"0 9 * * 1-5"`',
    '• only when it matters: `only if revenue fell by more than 10%`, `only if at-risk grew by more than 5`,',
    '   `only if anything shifted by more than 20%`',
    '• `when fresh until 11:00` waits for sources of data that are behind, but no longer',
    '• `/digest tell #sales when a day is out of line by more than 10% and at least $500`,',
    '   `/digest tell me when a goal is off pace`: only then',
    '• `/digest list`, `/digest pause 3`, `/digest resume 3`, `/digest unsubscribe 3`',
    '*Goals*',
    '• `/digest goal 500k revenue this year`, `/digest goal remove 2`; `/sales goals` lists them',
    '*Actions* of `/segment actions`',
    '• `/digest action start win-back hold-out:10% days:30`, `/digest action remove 2`; `/segment outcomes`',
    '*Options* of any of these',
    '• `daily`, `weekly` or `monthly`, a segment map, filters:',
    '   `/digest preview monthly map:eleven country:Spain as-of:2026-03-31`',
    `• \`parts:plan,findings\` for only these details; there are ${PART_NAMES}, and \`parts:none\``,
    '• `quiet:nothing` to get no message if nothing happened',
  ].join('\n'),
);
