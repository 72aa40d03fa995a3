/** The doctor says of itself what it asked, found out or ordered: such words ask nothing, and are no reason for anything. */
const selfReport =
  /^(?:(?:so|and|now|then|well|as you (?:heard|know|saw)),? )*(?:this doctor \w+s\b|(?:(?:i|we)(?:'ve| have)?|(?:your|the) doctor(?: has)?)(?: (?:also|already|now|just))* (?:asks|asked|enquires|enquired|inquires|inquired|explores|explored|finds out|found out|orders|ordered|covered|went through|gone through)\b)/i;

/** True for a sentence in which a doctor reports its own questions: "I asked what you take, and what was tried." */
export function isSelfReport(sentence: string): boolean {
  return selfReport.test(sentence.trimStart()) && !sentence.includes('?');
}

/** A text without the sentences in which its speaker reports its own questions. */
export function withoutSelfReports(text: string): string {
  return text
    .split(/(?<=[.!?\n])\s+/)
    .filter((sentence) => !isSelfReport(sentence))
    .join(' ');
}
