import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { PressedButton } from './buttons.js';
import { Conversation, type ConversationProps } from './conversation.js';
import { Dialog } from './dialog.js';
import { Home } from './home.js';
import type { Choose, Press } from './message.js';
import { answerDialog, base64Of, type State, send } from './state.js';
import { useWorkspaceState } from './workspace-state.js';

/** What is shown: a channel, one's conversation with the bot, or the Home tab. */
type View = 'channel' | 'direct' | 'home';

/** Slack in the browser: a channel, direct messages and the Home tab, as one of several people. */
function Workspace() {
  const [pending, setPending] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [view, setView] = useState<View>('channel');
  const [userId, setUserId] = useState<string>();
  const state = useWorkspaceState(() => setPending(undefined), setProblem);
  const user = state.people.find(person => person.id === userId) ?? state.people[0];
  const channel = view === 'direct' ? user?.direct : state.channels[0]?.id;
  const post = async (label: string, path: string, body: object) => {
    setPending(label);
    const place = { user: user?.id, channel };
    const refusal = await send(path, { ...place, ...body }).catch(
      () => 'The playground is not running any more.',
    );
    setProblem(refusal);
    if (refusal !== undefined) setPending(undefined);
  };
  const ask = (text: string, threadTs?: string) => {
    if (view === 'home') setView('channel');
    return post(text, '/say', { text, threadTs });
  };
  const choose: Choose = ({ ts }) =>
    post('Customer profile', '/shortcut', { ts, callback: 'customer_profile' });
  const drop = async (file: File) =>
    post(file.name, '/drop', { name: file.name, base64: await base64Of(file) });
  const press: Press = (posted, { label, actionId, value }) =>
    post(label, '/press', { ts: posted.ts, channel: posted.channel, actionId, value });
  const order = async () => {
    setView('channel');
    await post('New order', '/order', {});
    setPending(undefined);
  };
  const dialog = user && state.dialogs[user.id];
  const pressHome = ({ label, actionId, value }: PressedButton) => {
    // A form is filled in where it was opened.
    if (!actionId.startsWith('form_')) setView('direct');
    return post(label, '/press', { actionId, value });
  };
  const shown: ConversationProps = { state, user, channel, pending, problem, press, choose, ask, drop };
  return (
    <div className="workspace">
      <Sidebar {...{ state, user: user?.id, view, setView, setUser: setUserId, ask, order }} />
      <main className="main">
        <div className="top">
          {TITLES[view]} <small>Shopkeeper playground</small>
        </div>
        {view === 'home' ? (
          <Home key={user?.id} user={user?.id ?? ''} state={state} press={pressHome} />
        ) : (
          <Conversation {...shown} />
        )}
      </main>
      {dialog ? (
        <Dialog
          key={dialog.id + (dialog.view.callback_id ?? '')}
          dialog={dialog}
          state={state}
          submit={filled => answerDialog(dialog.user, filled).then(setProblem)}
          close={() => answerDialog(dialog.user, undefined).then(setProblem)}
        />
      ) : null}
    </div>
  );
}

const TITLES: Readonly<Record<View, string>> = {
  channel: '# sales',
  direct: 'Shopkeeper: messages',
  home: 'Shopkeeper: Home',
};

interface SidebarProps {
  readonly state: State;
  readonly user: string | undefined;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly setUser: (id: string) => void;
  readonly ask: (text: string) => void;
  readonly order: () => void;
}

function Sidebar({ state, user, view, setView, setUser, ask, order }: SidebarProps) {
  const { people, suggestions, takesOrders } = state;
  return (
    <nav className="side">
      <h1>
        <img src="/logo.svg" alt="" /> The shop
      </h1>
      <label className="who">
        You are{' '}
        <select value={user} onChange={event => setUser(event.target.value)}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <h2>Channels</h2>
      {(['channel', 'direct', 'home'] as const).map(name => (
        <button
          type="button"
          key={name}
          className={view === name ? 'channel' : ''}
          onClick={() => setView(name)}
        >
          {TITLES[name]}
        </button>
      ))}
      <h2>Try asking</h2>
      {suggestions.map(s => (
        <button type="button" key={s} onClick={() => ask(s)}>
          {s}
        </button>
      ))}
      {takesOrders ? (
        <>
          <h2>In the shop</h2>
          <button type="button" onClick={order}>
            Somebody places an order
          </button>
        </>
      ) : null}
      <p>
        The real Shopkeeper app answers here. Only Slack is replaced, by a stand-in on this machine, and no
        data leaves it.
      </p>
    </nav>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Workspace />);
