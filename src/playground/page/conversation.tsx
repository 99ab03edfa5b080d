import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Posted } from '../slack-stand-in/posted.js';
import { type Choose, OneMessage, type Press } from './message.js';
import type { State } from './state.js';

export interface ConversationProps {
  readonly state: State;
  readonly user: State['people'][number] | undefined;
  readonly channel: string | undefined;
  /** What was sent and has no answer yet. */
  readonly pending: string | undefined;
  readonly problem: string | undefined;
  readonly press: Press;
  readonly choose: Choose;
  readonly ask: (text: string, threadTs?: string) => void;
  readonly drop: (file: File) => void;
}

/** The messages of a channel or of direct messages, as one person sees them, and a text field. */
export function Conversation(props: ConversationProps) {
  const { state, user, channel, pending, problem, press, choose, ask, drop } = props;
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
          <div key={p.ts} className="post">
            <OneMessage posted={p} state={state} press={press} choose={choose} />
            {p.ephemeral ? null : (
              <Thread
                replies={seen.filter(r => r.threadTs === p.ts)}
                state={state}
                press={press}
                choose={choose}
                reply={text => ask(text, p.ts)}
              />
            )}
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

interface ThreadProps extends Pick<ConversationProps, 'state' | 'press' | 'choose'> {
  readonly replies: readonly Posted[];
  readonly reply: (text: string) => void;
}

function Thread({ replies, reply, ...shared }: ThreadProps) {
  const [open, setOpen] = useState(false);
  const count = `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`;
  return (
    <div className={replies.length === 0 && !open ? 'thread empty' : 'thread'}>
      <button type="button" onClick={() => setOpen(!open)}>
        {replies.length === 0 ? 'Reply' : `${open ? 'Hide' : 'Show'} ${count}`}
      </button>
      {open ? replies.map(r => <OneMessage key={r.ts} posted={r} {...shared} />) : null}
      {open ? <ReplyField reply={reply} /> : null}
    </div>
  );
}

function ReplyField({ reply }: Pick<ThreadProps, 'reply'>) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') reply(text.trim());
    setText('');
  };
  return (
    <form onSubmit={submit}>
      <input
        className="reply"
        aria-label="Reply"
        placeholder="Reply"
        value={text}
        onChange={e => setText(e.target.value)}
      />
    </form>
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
