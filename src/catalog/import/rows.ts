import type { z } from 'zod';

/** What a line of JSON holds, or why it holds none. */
export function parsedJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `is not JSON: ${(error as Error).message}` }; // JSON.parse throws SyntaxErrors
  }
}

/** What a schema found wrong, in one line. */
export function issuesIn(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message))
    .join('; ');
}
