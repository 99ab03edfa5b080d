import type { State } from './state.js';
import { titleOf, type View, viewsOf } from './views.js';

interface SidebarProps {
  readonly state: State;
  readonly user: string | undefined;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly setUser: (id: string) => void;
  readonly ask: (text: string) => void;
  /** Somebody places an order in the shop. */
  readonly order: () => void;
  /** Sets the clock to the next digest. */
  readonly setForward: () => void;
}

/** Who one is, what is shown, the clock, and questions to choose from. */
export function Sidebar(props: SidebarProps) {
  const { state, user, view, setView, setUser, ask, order, setForward } = props;
  const { people, channels, suggestions, clock, takesOrders } = state;
  return (
    <nav className="side">
      <h1>
        <img src="/logo.svg" alt="" /> The shop
      </h1>
      <label className="who">
        You are{' '}
        <select value={user} onChange={event => setUser(event.target.value)}>
          {people.map(({ id, name, role }) => (
            <option key={id} value={id}>
              {name} ({role})
            </option>
          ))}
        </select>
      </label>
      <h2>Channels</h2>
      {viewsOf(channels).map(name => (
        <button
          type="button"
          key={name}
          className={view === name ? 'channel' : ''}
          onClick={() => setView(name)}
        >
          {titleOf(name, channels)}
        </button>
      ))}
      {clock ? (
        <>
          <h2>The clock</h2>
          <div className="clock">{clock.text}</div>
          <button type="button" onClick={setForward}>
            Go to next Monday, 9:00
          </button>
        </>
      ) : null}
      {takesOrders ? (
        <>
          <h2>The shop</h2>
          <button type="button" onClick={order}>
            Somebody places an order
          </button>
        </>
      ) : null}
      <h2>Try asking</h2>
      {suggestions.map(s => (
        <button type="button" key={s} className="question" onClick={() => ask(s)}>
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
