import { useEffect, useState } from 'react';
import type { ShownClock } from '../page-clock.js';
import type { Posted } from '../slack-stand-in/posted.js';
import { key, type State, withKey } from './state.js';

/** The data of the page, which grows with each message. */
export function useWorkspaceState(
  onAnswer: () => void,
  onProblem: (text: string) => void,
): { readonly state: State; readonly setClock: (clock: ShownClock) => void } {
  const [state, setState] = useState<State>({
    people: [],
    channels: [],
    posted: [],
    suggestions: [],
    dialogs: {},
    clock: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the connection stays open
  useEffect(() => {
    fetch('/state', { headers: { 'x-playground-key': key } }).then(async response =>
      response.ok ? setState(await response.json()) : onProblem(await response.text()),
    );
    const events = new EventSource(withKey('/events'));
    events.onmessage = event => {
      const posted: Posted = JSON.parse(event.data);
      if (posted.by === undefined) onAnswer();
      setState(s => ({ ...s, posted: withMessage(s.posted, posted) }));
    };
    events.addEventListener('dialog', event => {
      const { user, dialog } = JSON.parse(event.data);
      onAnswer();
      setState(s => ({ ...s, dialogs: { ...s.dialogs, [user]: dialog } }));
    });
    return () => events.close();
  }, []);
  return { state, setClock: clock => setState(s => ({ ...s, clock })) };
}

/** The messages with a new one, or with one of them changed. */
function withMessage(messages: readonly Posted[], message: Posted): readonly Posted[] {
  const isSame = (other: Posted) => other.ts === message.ts && other.channel === message.channel;
  return messages.some(isSame)
    ? messages.map(other => (isSame(other) ? message : other))
    : [...messages, message];
}
