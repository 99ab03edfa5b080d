import type { MouseEvent } from 'react';
import type { Posted } from '../slack-stand-in/posted.js';
import { Blocks } from './blocks.js';
import { type PressedButton, pressedButton } from './buttons.js';
import { type State, withKey } from './state.js';

/** Presses a button of a message. */
export type Press = (posted: Posted, button: PressedButton) => void;

export function OneMessage({ posted, state, press }: { posted: Posted; state: State; press: Press }) {
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const element = pressedButton(event.target, posted.blocks);
    if (element) press(posted, element);
  };
  if (posted.file)
    return (
      <div className="message file">
        <a href={withKey(`/files/${posted.file.id}`)} download={posted.file.name}>
          {posted.file.name}
        </a>
      </div>
    );
  const blocks: unknown[] =
    posted.blocks.length > 0
      ? posted.blocks
      : [{ type: 'section', text: { type: 'mrkdwn', text: posted.text } }];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the buttons inside are the controls; their clicks bubble up to here
    <div className="message" onClick={onClick}>
      {posted.ephemeral ? <div className="ephemeral">Only visible to you</div> : null}
      {posted.channel.startsWith('D') && posted.threadTs === null ? (
        <div className="ephemeral">In your messages with Shopkeeper</div>
      ) : null}
      <Blocks blocks={blocks} state={state} time={new Date(Number(posted.ts) * 1000)} />
    </div>
  );
}
