import { type FormEvent, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Posted } from '../slack-stand-in/posted.js';
import { OneMessage, type Press } from './message.js';
import { key, type State, send, withKey } from './state.js';

/** A Slack channel in the browser: messages, threads, and a text field. */
function Workspace() {
  const [state, setState] = useState<State>({ user: '', channels: [], posted: [], suggestions: [] });
  const [pending, setPending] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    fetch('/state', { headers: { 'x-playground-key': key } }).then(async response =>
      response.ok ? setState(await response.json()) : setProblem(await response.text()),
    );
    const events = new EventSource(withKey('/events'));
    events.onmessage = event => {
      const posted: Posted = JSON.parse(event.data);
      setPending(undefined);
      setState(s => ({ ...s, posted: [...s.posted, posted] }));
    };
    return () => events.close();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever a message arrives
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [state.posted.length, pending, problem]);

  const post = async (label: string, path: string, body: unknown) => {
    setPending(label);
    const refusal = await send(path, body).catch(() => 'The playground is not running any more.');
    setProblem(refusal);
    if (refusal !== undefined) setPending(undefined);
  };
  const ask = (text: string) => post(text, '/say', { text });
  const press: Press = (posted, { label, actionId, value }) =>
    post(label, '/press', { ts: posted.ts, actionId, value });
  const topLevel = state.posted.filter(p => !p.threadTs);
  return (
    <div className="workspace">
      <Sidebar suggestions={state.suggestions} ask={ask} />
      <main className="main">
        <div className="top">
          # sales <small>Shopkeeper playground</small>
        </div>
        <div className="messages" onLoadCapture={() => end.current?.scrollIntoView({ block: 'end' })}>
          {topLevel.map(p => (
            <div key={p.ts}>
              <OneMessage posted={p} state={state} press={press} />
              <Thread replies={state.posted.filter(r => r.threadTs === p.ts)} state={state} press={press} />
            </div>
          ))}
          <Problem text={problem} />
          {pending ? <div className="message pending">{pending} …</div> : null}
          <div ref={end} />
        </div>
        <Composer ask={ask} />
      </main>
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

function Sidebar({ suggestions, ask }: { suggestions: readonly string[]; ask: (text: string) => void }) {
  return (
    <nav className="side">
      <h1>
        <img src="/logo.svg" alt="" /> The shop
      </h1>
      <h2>Channels</h2>
      <div className="channel"># sales</div>
      <h2>Try asking</h2>
      {suggestions.map(s => (
        <button type="button" key={s} onClick={() => ask(s)}>
          {s}
        </button>
      ))}
      <p>
        The real Shopkeeper app answers here. Only Slack is replaced, by a stand-in on this machine, and no
        data leaves it.
      </p>
    </nav>
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

function Composer({ ask }: { ask: (text: string) => void }) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') ask(text.trim());
    setText('');
  };
  return (
    <form className="composer" onSubmit={submit}>
      <input
        aria-label="Message #sales"
        value={text}
        onChange={e => setText(e.target.value)}
        placeholder="/sales top-countries"
      />
      <div className="hint">
        /sales, /segment, /digest and /shop work as in Slack. Any other text is sent to @Shopkeeper. Try
        /sales help.
      </div>
    </form>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Workspace />);
