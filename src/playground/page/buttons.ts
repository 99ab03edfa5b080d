import { isObject } from './is-object.js';

/** What a press of a button sends. */
export interface PressedButton {
  readonly actionId: string;
  readonly value: string;
  readonly label: string;
  /** What is asked before it is pressed. */
  readonly confirm: string | undefined;
}

/** Whether somebody who clicked a button means it: some ask first. */
export const isMeant = ({ confirm }: PressedButton): boolean =>
  confirm === undefined || window.confirm(confirm);

/** The button of a message, or a view, that was clicked, by what stands on it. */
export function pressedButton(target: EventTarget, blocks: readonly unknown[]): PressedButton | undefined {
  const button = target instanceof Element ? target.closest('button') : null;
  const label = button?.getAttribute('aria-label') ?? button?.textContent?.trim();
  return buttonsIn(blocks).find(b => b.label === label || b.label === button?.textContent?.trim());
}

/** All buttons in blocks, those inside containers and those that rate an answer too. */
function buttonsIn(blocks: readonly unknown[]): PressedButton[] {
  return blocks
    .filter(isObject)
    .flatMap(({ child_blocks: children, elements, accessory }) => [
      ...(Array.isArray(children) ? buttonsIn(children) : []),
      ...(Array.isArray(elements) ? elements.flatMap(buttonsOf) : []),
      ...buttonsOf(accessory),
    ]);
}

function buttonsOf(element: unknown): PressedButton[] {
  if (!isObject(element)) return [];
  // Cards have buttons of their own.
  if (Array.isArray(element.actions)) return element.actions.flatMap(buttonsOf);
  if (typeof element.action_id !== 'string') return [];
  const { action_id: actionId } = element;
  const found = [element, element.positive_button, element.negative_button];
  return found.filter(isObject).flatMap(({ value, text, confirm }) => {
    const label = textOf(text);
    if (label === undefined) return [];
    const asked = isObject(confirm) ? [textOf(confirm.title), textOf(confirm.text)] : [];
    return [
      {
        actionId,
        label,
        value: typeof value === 'string' ? value : '',
        confirm: asked.length > 0 ? asked.join('\n') : undefined,
      },
    ];
  });
}

const textOf = (text: unknown): string | undefined =>
  isObject(text) && typeof text.text === 'string' ? text.text : undefined;
