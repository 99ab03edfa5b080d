import type { ActionsBlock, Button } from '@slack/types';

export const SUBSCRIBE_ACTION = 'form_subscribe';
export const GOAL_ACTION = 'form_goal';

const button = (action: string, label: string): Button => ({
  type: 'button',
  action_id: action,
  text: { type: 'plain_text', text: label, emoji: false },
});

/** The buttons that open the forms for digests and goals. @param canSetGoals whether the reader may */
export const formButtons = (canSetGoals: boolean): ActionsBlock => ({
  type: 'actions',
  elements: [
    button(SUBSCRIBE_ACTION, 'Add a digest …'),
    ...(canSetGoals ? [button(GOAL_ACTION, 'Set a goal …')] : []),
  ],
});
