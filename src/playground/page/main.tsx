import { type FormEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type Block, Message } from 'slack-blocks-to-jsx';
import type { Posted } from '../slack-stand-in/posted.js';

/** The data of the page when it opens. */
interface State {
  readonly user: string;
  /** The first channel is displayed. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly posted: readonly Posted[];
  readonly suggestions: readonly string[];
}

/** The key to the playground's data, from the page's address. Each start has a new key. */
const key = location.hash.slice(1);
// A new key in the same tab means that the playground was restarted.
addEventListener('hashchange', () => location.reload());
const withKey = (path: string) => `${path}?key=${encodeURIComponent(key)}`;

/** @returns the reason if the request was refused */
async function send(path: string, body: unknown): Promise<string | undefined> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-playground-key': key },
    body: JSON.stringify(body),
  });
  return response.ok ? undefined : response.text();
}

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
  const press: Press = (posted, { text, action_id: actionId, value }) =>
    post(text.text, '/press', { ts: posted.ts, actionId, value });
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

type Press = (posted: Posted, button: ButtonElement) => void;

function OneMessage({ posted, state, press }: { posted: Posted; state: State; press: Press }) {
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const element = buttonsOf(posted).find(b => b.text.text === button?.textContent?.trim());
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
  const blocks: Block[] =
    posted.blocks.length > 0
      ? posted.blocks.map(withImageUrl).map(likeSlack).filter(isBlock)
      : [{ type: 'section', text: { type: 'mrkdwn', text: posted.text } }];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the buttons inside are the controls; their clicks bubble up to here
    <div className="message" onClick={onClick}>
      {posted.ephemeral ? <div className="ephemeral">Only visible to you</div> : null}
      {posted.channel.startsWith('D') && posted.threadTs === null ? (
        <div className="ephemeral">In your messages with Shopkeeper</div>
      ) : null}
      <Message
        theme="light"
        blocks={blocks}
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
        /sales, /segment, /digest and /shop work as in Slack. Any other text is sent to @Shopkeeper. Try
        /sales help.
      </div>
    </form>
  );
}

interface ButtonElement {
  readonly action_id: string;
  readonly value: string;
  readonly text: { readonly text: string };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Enough of a check for the package that draws blocks: the stand-in has checked them against Slack's limits.
 */
const isBlock = (value: unknown): value is Block => isObject(value) && typeof value.type === 'string';

const isButton = (value: unknown): value is ButtonElement =>
  isObject(value) &&
  typeof value.action_id === 'string' &&
  typeof value.value === 'string' &&
  isObject(value.text) &&
  typeof value.text.text === 'string';

const buttonsOf = ({ blocks }: Posted): ButtonElement[] =>
  blocks
    .filter(isObject)
    .flatMap(({ type, elements }) => (type === 'actions' && Array.isArray(elements) ? elements : []))
    .filter(isButton);

/** Turns an image of an uploaded file into an image with an address that the browser can load. */
function withImageUrl(block: unknown): unknown {
  if (!isObject(block) || block.type !== 'image' || !isObject(block.slack_file)) return block;
  const { slack_file: file, ...rest } = block;
  return { ...rest, image_url: withKey(`/files/${file.id}`) };
}

/**
 * Adapts blocks to the package that draws them, so that they look as in Slack. The package applies no
 * formatting to verbatim text, where Slack only leaves out automatic links, and it takes an escaped
 * `<!channel>` for a mention.
 */
function likeSlack(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('&lt;', '&lt;\u200b');
  if (Array.isArray(value)) return value.map(likeSlack);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'verbatim');
  return Object.fromEntries(entries.map(([name, inner]) => [name, likeSlack(inner)]));
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Workspace />);
