import { type FormEvent, useState } from 'react';
import type { InputElement } from '../slack-stand-in/check-view.js';
import type { Filled, OpenDialog } from '../slack-stand-in/dialogs.js';
import { Blocks } from './blocks.js';
import type { State } from './state.js';

interface DialogProps {
  readonly dialog: OpenDialog;
  readonly state: State;
  readonly submit: (filled: Filled) => void;
  readonly close: () => void;
}

type Block = OpenDialog['view']['blocks'][number];
type Input = Extract<Block, { type: 'input' }>;

/** A dialog of the app, above the conversation. What was filled in stays while a fault is shown. */
export function Dialog({ dialog: { view, errors }, state, submit, close }: DialogProps) {
  const [filled, setFilled] = useState<Filled>({});
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit(filled);
  };
  return (
    <div className="dialog-behind">
      <form className="dialog" role="dialog" aria-label={view.title.text} onSubmit={onSubmit}>
        <h2>{view.title.text}</h2>
        <div className="dialog-body">
          {view.blocks.map((block, i) =>
            block.type === 'input' ? (
              <Field
                key={block.block_id}
                input={block}
                error={errors[block.block_id]}
                state={state}
                fill={value => setFilled({ ...filled, [block.block_id]: value })}
              />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no key of their own
              <Blocks key={i} blocks={[block]} state={state} />
            ),
          )}
        </div>
        <footer>
          <button type="button" onClick={close}>
            {view.close?.text ?? 'Close'}
          </button>
          {view.submit ? (
            <button type="submit" className="primary">
              {view.submit.text}
            </button>
          ) : null}
        </footer>
      </form>
    </div>
  );
}

type Fill = (value: Filled[string]) => void;

function Field({
  input: { block_id: id, label, hint, optional, element },
  error,
  state,
  fill,
}: {
  readonly input: Input;
  readonly error: string | undefined;
  readonly state: State;
  readonly fill: Fill;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label.text} {optional ? <small>(optional)</small> : null}
      </label>
      <Control id={id} element={element} state={state} fill={fill} />
      {error ? <div className="error">{error}</div> : null}
      {hint ? <div className="hint">{hint.text}</div> : null}
    </div>
  );
}

function Control({
  id,
  element,
  state,
  fill,
}: {
  readonly id: string;
  readonly element: InputElement;
  readonly state: State;
  readonly fill: Fill;
}) {
  const onChange = (event: { readonly target: { readonly value: string } }) =>
    fill(event.target.value === '' ? null : event.target.value);
  switch (element.type) {
    case 'plain_text_input':
      return (
        <input
          id={id}
          placeholder={element.placeholder?.text}
          defaultValue={element.initial_value}
          onChange={onChange}
        />
      );
    case 'datepicker':
      return <input id={id} type="date" defaultValue={element.initial_date} onChange={onChange} />;
    case 'timepicker':
      return <input id={id} type="time" defaultValue={element.initial_time} onChange={onChange} />;
    case 'conversations_select':
      return (
        <select id={id} defaultValue={element.initial_conversation} onChange={onChange}>
          <option value="">No channel</option>
          {state.channels.map(channel => (
            <option key={channel.id} value={channel.id}>
              # {channel.name}
            </option>
          ))}
        </select>
      );
    case 'static_select':
      return (
        <select id={id} defaultValue={element.initial_option?.value} onChange={onChange}>
          <Options of={element.options} />
        </select>
      );
    case 'multi_static_select':
      return <Choices id={id} element={element} fill={fill} />;
    case 'checkboxes':
      return (
        <>
          {element.options.map(({ value, text }) => (
            <label key={value} className="tick">
              <input id={id} type="checkbox" onChange={e => fill(e.target.checked ? [value] : [])} />{' '}
              {text.text}
            </label>
          ))}
        </>
      );
  }
}

/** A list of which several can be ticked. */
function Choices({
  id,
  element: { options, initial_options: initial = [] },
  fill,
}: {
  readonly id: string;
  readonly element: Extract<InputElement, { type: 'multi_static_select' }>;
  readonly fill: Fill;
}) {
  const [ticked, setTicked] = useState<readonly string[]>(initial.map(({ value }) => value));
  const tick = (value: string, isTicked: boolean) => {
    const values = options
      .map(option => option.value)
      .filter(other => (other === value ? isTicked : ticked.includes(other)));
    setTicked(values);
    fill(values);
  };
  return (
    <div id={id} className="choices">
      {options.map(({ value, text }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={ticked.includes(value)}
            onChange={event => tick(value, event.target.checked)}
          />
          <span>{text.text}</span>
        </label>
      ))}
    </div>
  );
}

function Options({ of }: { readonly of: readonly { value: string; text: { text: string } }[] }) {
  return of.map(({ value, text }) => (
    <option key={value} value={value}>
      {text.text}
    </option>
  ));
}
