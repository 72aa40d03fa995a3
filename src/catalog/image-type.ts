/** What models that see can be shown. */
const shown: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** What kind of file some bytes are the beginning of, told by the bytes alone; null for none that is known. */
export async function imageTypeOf(head: Uint8Array): Promise<{ mime: string; ext: string; isShown: boolean } | null> {
  const { fileTypeFromBuffer } = await import('file-type'); // only where there are pictures
  // A file that ends within its own first bytes is thrown at, not told.
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  return type === undefined ? null : { mime: type.mime, ext: type.ext, isShown: shown.includes(type.mime) };
}
