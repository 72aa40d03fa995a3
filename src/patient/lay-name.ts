import type { Lexicon } from '../language/lexicon.ts';

/** What a patient calls a finding. */
export function layName(finding: string, lexicon: Lexicon): string {
  return lexicon.findings.get(finding)?.names.lay[0] ?? finding.replaceAll('-', ' ');
}
