import { useEffect, useState } from 'react';
import { Blocks } from './blocks.js';
import { isMeant, type PressedButton, pressedButton } from './buttons.js';
import { openHome, type State } from './state.js';

interface HomeProps {
  readonly user: string;
  readonly state: State;
  readonly press: (button: PressedButton) => void;
}

/** A person's Home tab, opened anew each time. */
export function Home({ user, state, press }: HomeProps) {
  const [blocks, setBlocks] = useState<readonly unknown[]>();
  useEffect(() => {
    openHome(user).then(view => setBlocks(view.blocks));
  }, [user]);
  if (!blocks) return <div className="messages home">Opening …</div>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are the controls
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons inside are the controls
    <div
      className="messages home"
      onClick={event => {
        const button = pressedButton(event.target, blocks);
        if (button && isMeant(button)) press(button);
      }}
    >
      <Blocks blocks={blocks} state={state} />
    </div>
  );
}
