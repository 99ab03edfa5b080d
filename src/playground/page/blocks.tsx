import { type Block, Message } from 'slack-blocks-to-jsx';
import { DataTable, isDataTable } from './data-table.js';
import { isObject } from './is-object.js';
import { type State, withKey } from './state.js';

/**
 * Blocks as Slack shows them. The package that draws them knows no `data_table`, so what stands before and
 * after one is drawn apart.
 */
export function Blocks({
  blocks,
  state,
  time,
}: {
  readonly blocks: readonly unknown[];
  readonly state: State;
  /** When the message was posted; undefined for blocks that are no message. */
  readonly time?: Date;
}) {
  const at = blocks.findIndex(isDataTable);
  const table = blocks[at];
  const draw = (some: readonly unknown[], isFirst: boolean) =>
    some.length === 0 ? null : (
      <Message
        theme="light"
        blocks={some.map(withImageUrl).map(likeSlack).filter(isBlock)}
        logo="/logo.svg"
        name="Shopkeeper"
        {...(time && { time })}
        withoutWrapper={!isFirst || time === undefined}
        data={{ users: state.people.map(({ id, name }) => ({ id, name })), channels: [...state.channels] }}
      />
    );
  if (!isDataTable(table)) return draw(blocks, true);
  return (
    <>
      {draw(blocks.slice(0, at), true)}
      <div className={time ? 'below' : ''}>
        <DataTable table={table} />
        {draw(blocks.slice(at + 1), false)}
      </div>
    </>
  );
}

/**
 * Enough of a check for the package that draws blocks: the stand-in has checked them against Slack's limits.
 */
const isBlock = (value: unknown): value is Block => isObject(value) && typeof value.type === 'string';

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
