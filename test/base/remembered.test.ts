import { describe, expect, it, vi } from 'vitest';
import { rememberedByText } from '../../src/base/remembered.ts';

describe('what is worked out once for each text', () => {
  it('is the same object each time', () => {
    const make = vi.fn((text: string) => ({ text }));
    const read = rememberedByText(10, make);
    expect(read('a')).toBe(read('a'));
    expect(read('b').text).toBe('b');
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('keeps what is false or empty as well', () => {
    const make = vi.fn((text: string) => text.length > 5);
    const read = rememberedByText(10, make);
    expect([read('no'), read('no')]).toEqual([false, false]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('never holds more texts than it may', () => {
    const make = vi.fn((text: string) => text);
    const read = rememberedByText(2, make);
    for (const text of ['a', 'b', 'a', 'b', 'c', 'c']) read(text);
    expect(make).toHaveBeenCalledTimes(3);
    read('a');
    expect(make).toHaveBeenCalledTimes(4); // "c" took the place of all before it
  });

  it('works a long text out each time', () => {
    const make = vi.fn((text: string) => text);
    const read = rememberedByText(10, make, 3);
    for (const text of ['long', 'long', 'abc', 'abc']) read(text);
    expect(make).toHaveBeenCalledTimes(3);
  });
});
