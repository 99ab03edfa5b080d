import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { type ComputingPool, computingPool } from '../../src/app/computing/pool.js';
import { errorData } from '../../src/core/error-data.js';
import { NotUnderstood, ShopkeeperError, StoreError, UnknownToAsker } from '../../src/core/errors.js';

const program = fileURLToPath(new URL('../support/pool-child.mjs', import.meta.url));

let pool: ComputingPool | undefined;
afterEach(() => pool?.close());

function poolOf({ processes = 1, mostSeconds = 60 } = {}): ComputingPool {
  const log = pino({ level: 'silent' });
  pool = computingPool({ program, first: { first: 'the shop' }, processes, mostSeconds, log });
  return pool;
}

const reply = (own: ComputingPool, more: object = {}) =>
  own.run({ do: 'reply', ...more }, 1) as Promise<Record<string, unknown>>;

describe('processes that compute', () => {
  it('reply to each message, and keep what is undefined, a date or a map', async () => {
    const own = poolOf();
    const said = { nothing: undefined, day: new Date(0), map: new Map([[1, 'one']]) };
    expect(await reply(own, said)).toStrictEqual({
      first: 'the shop',
      process: expect.any(Number),
      do: 'reply',
      ...said,
    });
  });

  it('send the rows of a long result in portions', async () => {
    const own = poolOf();
    const result = await own.run({ do: 'reply with rows' }, 1);
    expect(result).toStrictEqual({ headline: 'many', rows: [1, 2, 3] });
    expect(await own.run({ do: 'reply with rows' }, 1)).toStrictEqual(result);
  });

  it('work side by side, and are used again', async () => {
    const own = poolOf({ processes: 2 });
    const replies = await Promise.all(Array.from({ length: 20 }, () => reply(own)));
    expect(new Set(replies.map(r => r.process)).size).toBe(2);
  });

  it('answer what people wait for before digests', async () => {
    const own = poolOf();
    const order: unknown[] = [];
    const asked = async (n: string, priority: number) => {
      await own.run({ do: 'reply' }, priority);
      order.push(n);
    };
    await Promise.all([asked('first', 1), asked('digest', 0), asked('question', 1)]);
    expect(order).toEqual(['first', 'question', 'digest']);
  });

  it.each([
    new NotUnderstood('What?', ['sales', 'sales top-customers'], true),
    new UnknownToAsker('Nobody.', ['sales']),
    new StoreError('The store is away.', 'Wait.', { cause: new Error('ECONNREFUSED') }),
    new ShopkeeperError('No.', 'Ask otherwise.'),
    Object.assign(new TypeError('x is undefined'), { code: 'ERR_X' }),
  ])('throw the error of a reply: $name', async error => {
    const thrown = await poolOf()
      .run({ do: 'fail', error: errorData(error) }, 1)
      .catch((e: unknown) => e);
    const { stack, ...shown } = errorData(thrown);
    expect({ ...shown, stack }).toEqual(errorData(error));
    if (error instanceof ShopkeeperError) expect(thrown?.constructor).toBe(error.constructor);
  });

  it('are replaced if they end, and whoever waited is told', async () => {
    const own = poolOf();
    const { process } = await reply(own);
    const died = own.run({ do: 'die' }, 1);
    await expect(died).rejects.toBeInstanceOf(ShopkeeperError);
    await expect(died).rejects.toThrow('ended halfway, most likely for lack of memory');
    expect((await reply(own)).process).not.toBe(process);
  });

  it('are ended if they compute for too long', async () => {
    const own = poolOf({ mostSeconds: 2 });
    await expect(own.run({ do: 'compute forever' }, 1)).rejects.toThrow(
      'Computing the answer took longer than 2 seconds, so I stopped it.',
    );
  });

  it('finish what they compute before they are closed, and take nothing after that', async () => {
    const own = poolOf();
    const last = reply(own);
    await Promise.all([own.close(), expect(last).resolves.toMatchObject({ do: 'reply' })]);
    await expect(reply(own)).rejects.toThrow('I am being restarted.');
  });
});
