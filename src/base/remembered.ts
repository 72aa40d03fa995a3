/** A function that works something out once for each object, and forgets it with the object. */
export function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/**
 * A function that works something out once for each text, the same object each time. When it holds `most` texts it forgets
 * them all: what comes often is soon there again, and nothing has to be counted.
 *
 * @param most texts that are kept
 * @param longest characters of a text that is kept; a longer one is worked out each time
 */
export function rememberedByText<V extends NonNullable<unknown>>(
  most: number,
  make: (text: string) => V,
  longest = 10_000,
): (text: string) => V {
  const made = new Map<string, V>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    if (text.length > longest) return value;
    if (made.size >= most) made.clear();
    made.set(text, value);
    return value;
  };
}
