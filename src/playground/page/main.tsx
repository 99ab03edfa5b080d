import { type FormEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type Block, Message } from 'slack-blocks-to-jsx';
import type { Posted } from '../slack-stand-in/posted.js';

/** What the page is told when it opens. */
interface State {
  readonly user: string;
  /** The first is the one that is shown. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly posted: readonly Posted[];
  readonly suggestions: readonly string[];
}

/** The key of this start of the playground, from the address that was opened. Only this page knows it. */
const key = location.hash.slice(1);
// Another key in the same tab is another start of the playground.
addEventListener('hashchange', () => location.reload());
const keyed = (path: string) => `${path}?key=${encodeURIComponent(key)}`;

/** @returns the reason for a refusal, undefined if it was taken */
async function send(path: string, body: unknown): Promise<string | undefined> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-playground-key': key },
    body: JSON.stringify(body),
  });
  return response.ok ? undefined : response.text();
}

/** A Slack channel in the browser: messages, threads, and a line to type in. */
function Workspace() {
  const [state, setState] = useState<State>({ user: '', channels: [], posted: [], suggestions: [] });
  const [asked, setAsked] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    fetch('/state', { headers: { 'x-playground-key': key } }).then(async response =>
      response.ok ? setState(await response.json()) : setProblem(await response.text()),
    );
    const events = new EventSource(keyed('/events'));
    events.onmessage = event => {
      const posted: Posted = JSON.parse(event.data);
      setAsked(undefined);
      setState(s => ({ ...s, posted: [...s.posted, posted] }));
    };
    return () => events.close();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever a message comes
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [state.posted.length, asked, problem]);

  const put = async (shown: string, path: string, body: unknown) => {
    setAsked(shown);
    const refusal = await send(path, body).catch(() => 'The playground has ended.');
    setProblem(refusal);
    if (refusal !== undefined) setAsked(undefined);
  };
  const ask = (text: string) => put(text, '/say', { text });
  const press = (posted: Posted, actionId: string, value: string) =>
    put(value, '/press', { ts: posted.ts, actionId, value });
  const topLevel = state.posted.filter(p => !p.threadTs);
  return (
    <div className="workspace">
      <nav className="side">
        <h1>
          <img src="/logo.svg" alt="" /> The shop
        </h1>
        <h2>Channels</h2>
        <div className="channel"># sales</div>
        <h2>Try asking</h2>
        {state.suggestions.map(s => (
          <button type="button" key={s} onClick={() => ask(s)}>
            {s}
          </button>
        ))}
        <p>
          The real Shopkeeper app answers here, over signed requests, to a stand-in for Slack on this machine.
          Nothing leaves it.
        </p>
      </nav>
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
          {problem ? (
            <div className="message problem" role="alert">
              {problem}
            </div>
          ) : null}
          {asked ? <div className="message pending">{asked} …</div> : null}
          <div ref={end} />
        </div>
        <Composer ask={ask} />
      </main>
    </div>
  );
}

type Press = (posted: Posted, actionId: string, value: string) => void;

function OneMessage({ posted, state, press }: { posted: Posted; state: State; press: Press }) {
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const element = buttonsOf(posted).find(b => b.text.text === button?.textContent?.trim());
    if (element) press(posted, element.action_id, element.value);
  };
  if (posted.file)
    return (
      <div className="message file">
        <a href={keyed(`/files/${posted.file.id}`)} download={posted.file.name}>
          {posted.file.name}
        </a>
      </div>
    );
  const blocks =
    posted.blocks.length > 0
      ? posted.blocks.map(withImageUrl).map(asSlackShows)
      : [{ type: 'section', text: { type: 'mrkdwn', text: posted.text } }];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the buttons inside are the controls; this only hears them
    <div className="message" onClick={onClick}>
      {posted.ephemeral ? <div className="ephemeral">Only visible to you</div> : null}
      {posted.channel.startsWith('D') && posted.threadTs === null ? (
        <div className="ephemeral">In your messages with Shopkeeper</div>
      ) : null}
      <Message
        theme="light"
        blocks={blocks as Block[]}
        logo="/logo.svg"
        name="Shopkeeper"
        time={new Date(Number(posted.ts) * 1000)}
        data={{ users: [{ id: state.user, name: 'you' }], channels: [...state.channels] }}
      />
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
        /sales, /segment and /digest work as in Slack; anything else is put to @Shopkeeper. Try /sales help.
      </div>
    </form>
  );
}

interface ButtonElement {
  readonly action_id: string;
  readonly value: string;
  readonly text: { readonly text: string };
}

function buttonsOf(posted: Posted): ButtonElement[] {
  return (posted.blocks as { type: string; elements?: ButtonElement[] }[])
    .filter(b => b.type === 'actions')
    .flatMap(b => b.elements ?? []);
}

/** An image of an uploaded file, as an image of an address that the browser can load. */
function withImageUrl(block: unknown): unknown {
  const image = block as { type: string; slack_file?: { id: string } };
  if (image.type !== 'image' || !image.slack_file) return block;
  const { slack_file, ...rest } = image;
  return { ...rest, image_url: keyed(`/files/${slack_file.id}`) };
}

/**
 * Blocks as the package that draws them shows them like Slack: it formats nothing in a verbatim text, where Slack only makes
 * no links of its own, and takes an escaped `<!channel>` for a mention.
 */
function asSlackShows(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('&lt;', '&lt;\u200b');
  if (Array.isArray(value)) return value.map(asSlackShows);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'verbatim');
  return Object.fromEntries(entries.map(([name, inner]) => [name, asSlackShows(inner)]));
}

createRoot(document.getElementById('root') as HTMLElement).render(<Workspace />);
