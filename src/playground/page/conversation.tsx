import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Posted } from '../slack-stand-in/posted.js';
import { OneMessage, type Press } from './message.js';
import type { State } from './state.js';

export interface ConversationProps {
  readonly state: State;
  readonly user: State['people'][number] | undefined;
  readonly channel: string | undefined;
  /** What was sent and has no answer yet. */
  readonly pending: string | undefined;
  readonly problem: string | undefined;
  readonly press: Press;
  readonly ask: (text: string) => void;
  readonly drop: (file: File) => void;
}

/** The messages of a channel or of direct messages, as one person sees them, and a text field. */
export function Conversation(props: ConversationProps) {
  const { state, user, channel, pending, problem, press, ask, drop } = props;
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever a message arrives
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [state.posted, pending, problem, channel]);
  const seen = state.posted.filter(
    p => p.channel === channel && (p.seenBy === undefined || p.seenBy === user?.id),
  );
  const top = seen.filter(p => !p.threadTs || !seen.some(other => other.ts === p.threadTs));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be chosen with the button as well
    <div
      className="conversation"
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault();
        for (const file of event.dataTransfer.files) drop(file);
      }}
    >
      <div className="messages" onLoadCapture={() => end.current?.scrollIntoView({ block: 'end' })}>
        {top.map(p => (
          <div key={p.ts}>
            <OneMessage posted={p} state={state} press={press} />
            <Thread replies={seen.filter(r => r.threadTs === p.ts)} state={state} press={press} />
          </div>
        ))}
        <Problem text={problem} />
        {pending ? <div className="message pending">{pending} …</div> : null}
        <div ref={end} />
      </div>
      <Composer ask={ask} drop={drop} />
    </div>
  );
}

function Problem({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <div className="message problem" role="alert">
      {text}
    </div>
  );
}

function Thread({ replies, state, press }: { replies: readonly Posted[]; state: State; press: Press }) {
  const [open, setOpen] = useState(false);
  if (replies.length === 0) return null;
  return (
    <div className="thread">
      <button type="button" onClick={() => setOpen(!open)}>
        {open ? 'Hide' : 'Show'} {replies.length} {replies.length === 1 ? 'reply' : 'replies'}
      </button>
      {open ? replies.map(r => <OneMessage key={r.ts} posted={r} state={state} press={press} />) : null}
    </div>
  );
}

function Composer({ ask, drop }: { ask: (text: string) => void; drop: (file: File) => void }) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') ask(text.trim());
    setText('');
  };
  return (
    <form className="composer" onSubmit={submit}>
      <input
        aria-label="Message"
        value={text}
        onChange={e => setText(e.target.value)}
        placeholder="/sales top-countries"
      />
      <div className="hint">
        <label className="attach">
          Share a sales file
          <input
            type="file"
            aria-label="Share a sales file"
            onChange={event => {
              for (const file of event.target.files ?? []) drop(file);
              event.target.value = '';
            }}
          />
        </label>
        /sales, /segment, /digest and /shop work as in Slack. Any other text is sent to Shopkeeper.
      </div>
    </form>
  );
}
