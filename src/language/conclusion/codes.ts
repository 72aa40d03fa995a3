/** Finds the condition that an ICD-10 code stands for. */
export interface CodeIndex {
  /** The condition; null where the code is none of the knowledge base's. */
  conditionOf(code: string): string | null;
}

/** Codes in the midst of a condition's own that stand for something else. */
const strangers = new Set(['N30.1', 'N30.4', 'J45.8', 'K57.0', 'K57.1', 'G43.8']);

/**
 * An index of ICD-10 codes. A code stands for a condition that has it, a more exact one (K35.80) for the condition that has
 * the code it begins with, a category (K35) or another code of one (K35.9) for the condition that alone has codes of the
 * category, and more than one of them: a single code (G44.2) says nothing of its neighbours.
 */
export function createCodeIndex(
  conditions: Iterable<{ readonly id: string; readonly icd10: readonly string[] }>,
): CodeIndex {
  const exact = new Map<string, string>();
  const categories = new Map<string, { owners: Set<string>; codes: number; isWhole: boolean }>();
  for (const { id, icd10 } of conditions)
    for (const code of icd10) {
      if (!exact.has(code)) exact.set(code, id);
      const name = code.slice(0, 3);
      const category = categories.get(name) ?? { owners: new Set(), codes: 0, isWhole: false };
      category.owners.add(id);
      category.codes++;
      category.isWhole ||= code.length === 3;
      categories.set(name, category);
    }
  return {
    conditionOf: (written) => {
      const code = codeOf(written);
      if (strangers.has(code.slice(0, 5))) return null;
      for (let length = code.length; length >= 5; length--) {
        const found = exact.get(code.slice(0, length));
        if (found !== undefined) return found;
      }
      const found = exact.get(code);
      if (found !== undefined) return found;
      const category = categories.get(code.slice(0, 3));
      if (category === undefined || category.owners.size > 1) return null;
      const [owner = null] = category.owners;
      return code.length === 3 || category.isWhole || category.codes > 1 ? owner : null;
    },
  };
}

/** What looks like an ICD-10 code. */
export const codePattern = /^[a-z]\d{2}(?:\.?\d{1,4})?$/;

/** Capitals, and the point that some leave out. */
function codeOf(written: string): string {
  return written.toUpperCase().replace(/^([A-Z]\d\d)(\d)/, '$1.$2');
}

/** Whether a word is a code, or a more exact form of it. */
export function isCodeOf(written: string, code: string): boolean {
  return codePattern.test(written) && codeOf(written).startsWith(code);
}
