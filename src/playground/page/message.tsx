import type { MouseEvent } from 'react';
import type { Posted } from '../slack-stand-in/posted.js';
import { Blocks } from './blocks.js';
import { isMeant, type PressedButton, pressedButton } from './buttons.js';
import { type State, withKey } from './state.js';

/** Presses a button of a message. */
export type Press = (posted: Posted, button: PressedButton) => void;
/** Chooses what stands in the menu of a message. */
export type Choose = (posted: Posted) => void;

function Menu({ posted, choose }: { posted: Posted; choose: Choose }) {
  return (
    <button type="button" className="menu" onClick={() => choose(posted)}>
      Customer profile
    </button>
  );
}

interface MessageProps {
  readonly posted: Posted;
  readonly state: State;
  readonly press: Press;
  readonly choose: Choose;
}

export function OneMessage({ posted, state, press, choose }: MessageProps) {
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const element = pressedButton(event.target, posted.blocks);
    if (element && isMeant(element)) press(posted, element);
  };
  const time = new Date(posted.at ?? Number(posted.ts) * 1000);
  if (posted.by !== undefined) {
    const name = state.people.find(person => person.id === posted.by)?.name ?? 'The shop';
    return (
      <div className="message by">
        <Menu posted={posted} choose={choose} />
        <div className="avatar" aria-hidden="true">
          {name.slice(0, 1).toUpperCase()}
        </div>
        <div>
          <b>{name}</b> <small>{clockTime(time)}</small>
          <div className="words">{posted.text}</div>
        </div>
      </div>
    );
  }
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
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are the controls
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons inside are the controls
    <div className="message" onClick={onClick}>
      {posted.ephemeral ? null : <Menu posted={posted} choose={choose} />}
      {posted.ephemeral ? <div className="ephemeral">Only visible to you</div> : null}
      <Blocks blocks={blocks} state={state} time={time} />
    </div>
  );
}

/** The time of day as the package that draws blocks writes it. */
const clockTime = (time: Date): string =>
  time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
