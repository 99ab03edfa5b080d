import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { PressedButton } from './buttons.js';
import { Conversation, type ConversationProps } from './conversation.js';
import { Dialog } from './dialog.js';
import { Home } from './home.js';
import type { Choose, Press } from './message.js';
import { Sidebar } from './sidebar.js';
import { answerDialog, base64Of, moveClock, send } from './state.js';
import { noteOf, titleOf, type View } from './views.js';
import { useWorkspaceState } from './workspace-state.js';

/** Slack in the browser: channels, direct messages and the Home tab, as one of several people. */
function Workspace() {
  const [pending, setPending] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [view, setView] = useState<View>(0);
  const [userId, setUserId] = useState<string>();
  const { state, setClock } = useWorkspaceState(() => setPending(undefined), setProblem);
  const user = state.people.find(person => person.id === userId) ?? state.people[0];
  const channel = view === 'direct' ? user?.direct : state.channels[view === 'home' ? 0 : view]?.id;
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
    if (view === 'home') setView(0);
    return post(text, '/say', { text, threadTs });
  };
  const choose: Choose = ({ ts }) =>
    post('Customer profile', '/shortcut', { ts, callback: 'customer_profile' });
  const drop = async (file: File) =>
    post(file.name, '/drop', { name: file.name, base64: await base64Of(file) });
  const press: Press = (posted, { label, actionId, value }) =>
    post(label, '/press', { ts: posted.ts, channel: posted.channel, actionId, value });
  const order = async () => {
    setView(0);
    await post('New order', '/order', {});
    setPending(undefined);
  };
  const dialog = user && state.dialogs[user.id];
  const pressHome = ({ label, actionId, value }: PressedButton) => {
    // A form is filled in where it was opened.
    if (!actionId.startsWith('form_')) setView('direct');
    return post(label, '/press', { actionId, value });
  };
  const setForward = async () => setClock(await moveClock());
  const shown: ConversationProps = { state, user, channel, pending, problem, press, choose, ask, drop };
  return (
    <div className="workspace">
      <Sidebar
        state={state}
        user={user?.id}
        view={view}
        setView={setView}
        setUser={setUserId}
        ask={ask}
        order={order}
        setForward={setForward}
      />
      <main className="main">
        <div className="top">
          {titleOf(view, state.channels)} <small>{noteOf(view, state.channels)}</small>
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

const root = document.getElementById('root');
if (root) createRoot(root).render(<Workspace />);
