import { createHash } from 'node:crypto';

/** A short name for a content: the first 16 hex digits of its SHA-256. Texts and bytes are named as they are, objects by their JSON. */
export function contentHash(content: unknown): string {
  return fullHash(content).slice(0, 16);
}

/** All 64 digits, where two contents under one name would give a wrong answer. */
export function fullHash(content: unknown): string {
  const isPlain = typeof content === 'string' || content instanceof Uint8Array;
  return createHash('sha256')
    .update(isPlain ? content : JSON.stringify(content))
    .digest('hex');
}

/** A text as a file or id name: lower case, letters, digits and hyphens only. */
export function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}
