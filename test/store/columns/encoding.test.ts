import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeNumbers,
  encodeNumbers,
  isAllZero,
  onlyNumber,
} from '../../../src/store/engine/number-encoding.js';

const HEADER_BYTES = 16;
/** Differences of numbers in this range are exact in a double. */
const LARGEST = 2 ** 52;
const INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };

const wide = fc.integer({ min: -LARGEST, max: LARGEST });
/** Numbers around a base, so that every width comes up. */
const around = fc
  .tuple(
    fc.integer({ min: -(2 ** 51), max: 2 ** 51 }),
    fc.constantFrom(0, 1, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32),
  )
  .chain(([base, spread]) => fc.array(fc.integer({ min: base, max: base + spread }), { maxLength: 300 }));

function decoded(values: readonly number[], bytes = encodeNumbers(values)): number[] {
  const into = new Float64Array(values.length);
  decodeNumbers(bytes, into);
  return [...into];
}

const bytesEach = (values: readonly number[]): number =>
  (encodeNumbers(values).length - HEADER_BYTES) / values.length;

describe('Numbers encoded as bytes', () => {
  it('come back as they were, whatever their size', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(wide, { maxLength: 300 }), around), values => {
        expect(decoded(values)).toEqual(values);
      }),
      { examples: [[[]], [[-LARGEST, LARGEST]], [[LARGEST, 0, -LARGEST]], [[0]], [[LARGEST]], [[-1, -1]]] },
    );
  });

  it('come back in 32 bits as well, from the lowest to the highest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(INT32), { maxLength: 300 }), values => {
        const into = new Int32Array(values.length).fill(7);
        decodeNumbers(encodeNumbers(values), into);
        expect([...into]).toEqual(values);
      }),
      { examples: [[[INT32.min, INT32.max]], [[INT32.min]], [[INT32.max, -1, 0]]] },
    );
  });

  it('come back from bytes that a driver put at an unaligned address', () => {
    fc.assert(
      fc.property(fc.array(wide, { maxLength: 50 }), fc.integer({ min: 1, max: 7 }), (values, offset) => {
        const bytes = encodeNumbers(values);
        const moved = Buffer.alloc(bytes.length + offset).subarray(offset);
        bytes.copy(moved);
        expect(decoded(values, moved)).toEqual(values);
      }),
    );
  });

  it.each([
    [0, [5, 5, 5]],
    [1, [1_000, 1_255]],
    [2, [1_000, 1_256]],
    [2, [-100, 65_435]],
    [4, [-100, 65_436]],
    [4, [0, 2 ** 32 - 1]],
    [8, [0, 2 ** 32]],
  ])('take %i bytes each if that holds their differences: %j', (bytes, values) => {
    expect(bytesEach(values)).toBe(bytes);
  });

  it('are known to be all zero without decoding', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-1, 0, 0, 0, 1), { minLength: 1, maxLength: 5 }), values => {
        expect(isAllZero(encodeNumbers(values))).toBe(values.every(value => value === 0));
      }),
    );
  });

  it('are known to be all the same without decoding', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-1_000, 1_000), { minLength: 1, maxLength: 5 }), values => {
        const isSame = values.every(value => value === values[0]);
        expect(onlyNumber(encodeNumbers(values))).toBe(isSame ? values[0] : undefined);
      }),
    );
  });
});
